/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What the verifier found: checks made, violations, and the figures as recomputed. */
#ifndef BANLIE_VERIFY_REPORT_H
#define BANLIE_VERIFY_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/phrase.h"

/** What a check is about. */
typedef enum {
    VERIFY_FILES,       /**< headers, keys, rows that have to be there, cells that can be read */
    VERIFY_TRAINS,      /**< chains of slot runs, names */
    VERIFY_LINES,       /**< trains per week, sharing of slot runs, load factors */
    VERIFY_BOXES,       /**< itineraries, class rules, bookings and tiers */
    VERIFY_FEEDERS,     /**< departures, times next to trains, boxes a day */
    VERIFY_CAPACITY,    /**< TEU, tonnes and classes on every leg */
    VERIFY_STATIONS,    /**< lifts and trains a day */
    VERIFY_EQUIPMENT,   /**< empties, stock of containers, leases */
    VERIFY_RAKES,       /**< stock of wagon sets */
    VERIFY_BALANCE,     /**< balance rules */
    VERIFY_COMMITMENTS, /**< what is frozen, what moved and at what cost, changes.csv */
    VERIFY_PRICES,      /**< what they prove, and what of every booking follows from them */
    VERIFY_FIGURES,     /**< every date and number of the CSV files */
    VERIFY_SUMMARY,     /**< summary.json */
    VERIFY_GROUPS
} VerifyGroup;

enum { VERIFY_SHOWN_MAX = 100 /**< violations kept; the rest are counted */ };

typedef struct {
    VerifyGroup group;
    const char *file; /**< name within the plan folder */
    int row;          /**< as a spreadsheet counts, header = 1; 0: the whole file */
    char *text;
} Violation;

/** One value for all trains, for those outbound and for those back. */
typedef struct {
    double all, outbound, ret;
} ByDirection;

/** The plan's figures as recomputed; NAN where undefined. Money in the case's currency. */
typedef struct {
    double revenue, cost, margin;
    struct {
        double train, leg, load, unload, transfer, feeder, late, unserved;
        double empty, lease, storage;
        double end_value; /**< below 0: what the stock at the end is worth lowers the cost */
        double reposition, balance, moved;
    } cost_parts;
    ByDirection trains, loaded_teu, empty_teu;
    ByDirection offered_teu_km, loaded_teu_km, empty_teu_km;
    double teu_km; /**< of loaded boxes: of all trains, and of this plan's on those under way */
    double delivered_teu; /**< of loaded boxes, each counting once */
    ByDirection load_factor, loaded_ratio;
    double return_ratio_trains, return_ratio_teu;
    long boxes_offered, boxes_carried, boxes_unserved, boxes_late;
    double transit_mean_hours, transit_p90_hours;
    long lifts;
} VerifyKpi;

/** Gives the format of another language in place of an English one, with the same gaps. */
typedef const char *VerifyFormat(const char *english);

typedef struct {
    PhraseWords *words;         /**< for faults of files */
    VerifyFormat *format;       /**< NULL: English */
    long checks[VERIFY_GROUPS]; /**< made */
    long n_violations;          /**< found, shown or not */
    int n_shown;
    Violation shown[VERIFY_SHOWN_MAX];
    char *unreadable; /**< which file cannot be read and why; NULL where all could */
    double objective; /**< recomputed: margin, or the last goal; NAN where it could not be */
    VerifyKpi kpi;
} VerifyReport;

/** Empties a report, whatever was in it. */
void report_start(VerifyReport *report, PhraseWords *words, VerifyFormat *format);

/** A format, or a text without gaps, in the report's language. */
const char *report_format(const VerifyReport *report, const char *english)
    __attribute__((format_arg(2)));

/** Counts one check; where it does not hold, records the violation in a planner's words.
 *  @param row  as a spreadsheet counts, header = 1; 0: the whole file
 *  @return `holds` */
bool report_check(VerifyReport *report, VerifyGroup group, bool holds, const char *file, int row,
                  const char *format, ...) __attribute__((format(printf, 6, 7)));

/** Records that a file cannot be read; the first one is kept. */
void report_unreadable(VerifyReport *report, const char *file, const Phrase *why);

/** Writes the violations, one line each, then how many checks of each group were made. */
void verify_report_print(const VerifyReport *report, FILE *out);

void verify_report_free(VerifyReport *report);

#endif
