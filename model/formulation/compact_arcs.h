/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The moves of a flow's boxes, one after another: private to the files of the compact model. */
#ifndef BANLIE_MODEL_FORMULATION_COMPACT_ARCS_H
#define BANLIE_MODEL_FORMULATION_COMPACT_ARCS_H

#include "model/formulation/compact_arc.h"
#include "model/formulation/move.h"

/** Boxes that set out within a span of time, first and last instant included, and the instant by
 *  which all of them have to be delivered. */
typedef struct {
    Minute first, last;
    Minute latest;
} Span;

/** The flow of one booking, or of the empties of a type, while its arcs are added. */
typedef struct {
    const Formulation *formulation;
    const Problem *problem;
    LpModel *lp;
    LegId *by_departure; /**< all legs; what follows a leg stands behind it */
    bool *reached;       /**< per LegId: a box can get on this leg */
    bool *useful;        /**< per LegId: and can still arrive in time from it */
    RowId *flow_row;     /**< per LegId: conservation at a useful leg */
    RowId *use_row;      /**< per LegId: likewise, of the itinerary of a part */
    BookingId id;
    const Booking *booking;
    int copy;           /**< of the flow: each sets out within a span of its own, or is a part */
    Span span;          /**< of the copy */
    RowId part_row;     /**< that the copy is a part: it takes one itinerary; NONE: it is none */
    RowId least_row;    /**< likewise: and so many boxes at least */
    CargoColumn column; /**< scratch */
    CompactArc *arcs;   /**< those added so far, of all flows */
    int n_arcs, room_arcs;
    Span *spans; /**< scratch */
    int n_spans, room_spans;
} Flow;

/** Something done with each arc; false ends the visit. */
typedef bool (*ArcVisit)(Flow *flow, CompactArc arc);

/** Visits the arcs on which a box of the copy sets out.
 *  @return false where the visit was ended */
bool arcs_of_start(Flow *flow, ArcVisit visit);

/** Visits the arcs that lead away from a leg.
 *  @return likewise */
bool arcs_onward(Flow *flow, LegId id, ArcVisit visit);

/** Sets `spans`: one where nothing hangs on when a box sets out; else one for each instant at which
 *  it may, and for all those from which `latest` comes first.
 *  @return false where memory is out */
bool arcs_spans(Flow *flow) __attribute__((warn_unused_result));

#endif
