/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what a train carries. */
#include "cli/manifest_report.h"

#include <math.h>

#include "config/plan_folder/manifest_columns.h"
#include "export/screen/wide_text.h"
#include "export/tables/csv_writer.h"

/** Columns of the screen. */
enum { BOOKING = 14, CUSTOMER = 22, BOXES = 6, CONTAINER = 7, CARGO = 14, MASS = 10, STATION = 8 };

static void manifest_put_number(GString *page, double value, int decimals, int width) {
    GString *number = g_string_new(NULL);
    if (isfinite(value)) {
        wide_text_number(number, value, decimals);
    }
    wide_text_pad(page, number->str, width, ALIGN_RIGHT);
    g_string_free(number, TRUE);
}

static void end_line(GString *page) {
    while (page->len > 0 && page->str[page->len - 1] == ' ') {
        g_string_truncate(page, page->len - 1);
    }
    g_string_append_c(page, '\n');
}

static void manifest_put_heading(GString *page, int booking, Lang lang) {
    wide_text_pad(page, text_get(lang, TEXT_BOOKING), booking, ALIGN_LEFT);
    wide_text_pad(page, text_get(lang, TEXT_CUSTOMER), CUSTOMER, ALIGN_LEFT);
    wide_text_pad(page, text_get(lang, TEXT_BOXES), BOXES, ALIGN_RIGHT);
    g_string_append(page, "  ");
    wide_text_pad(page, text_get(lang, TEXT_CONTAINER), CONTAINER, ALIGN_LEFT);
    wide_text_pad(page, text_get(lang, TEXT_CARGO), CARGO, ALIGN_LEFT);
    wide_text_pad(page, text_get(lang, TEXT_TONNES), MASS, ALIGN_RIGHT);
    g_string_append(page, "  ");
    wide_text_pad(page, text_get(lang, TEXT_BOARDS), STATION, ALIGN_LEFT);
    wide_text_pad(page, text_get(lang, TEXT_LEAVES), STATION, ALIGN_LEFT);
    end_line(page);
}

static void manifest_put_row(GString *page, const ManifestRow *row, int booking, Lang lang) {
    const bool empty = row->booking[0] == '\0';
    wide_text_pad(page, empty ? text_get(lang, TEXT_EMPTIES) : row->booking, booking, ALIGN_LEFT);
    wide_text_pad(page, row->customer, CUSTOMER, ALIGN_LEFT);
    manifest_put_number(page, row->boxes, 0, BOXES);
    g_string_append(page, "  ");
    wide_text_pad(page, row->container, CONTAINER, ALIGN_LEFT);
    wide_text_pad(page, row->cargo, CARGO, ALIGN_LEFT);
    manifest_put_number(page, row->tonnes, 1, MASS);
    g_string_append(page, "  ");
    wide_text_pad(page, row->boards, STATION, ALIGN_LEFT);
    wide_text_pad(page, row->leaves, STATION, ALIGN_LEFT);
    end_line(page);
}

/** Ids are never cut: one of them may be all that tells two bookings apart. */
static int booking_width(const Manifest *manifest) {
    int width = BOOKING;
    for (guint i = 0; i < manifest->rows->len; i++) {
        const ManifestRow *row = &g_array_index(manifest->rows, ManifestRow, i);
        width = MAX(width, wide_text_width(row->booking) + 1);
    }
    return width;
}

char *manifest_screen(const Manifest *manifest, const char *train, Lang lang) {
    GString *page = g_string_new(NULL);
    GString *teu = g_string_new(NULL), *tonnes = g_string_new(NULL);
    wide_text_number(teu, manifest->teu, 1);
    wide_text_number(tonnes, manifest->tonnes, 1);
    g_autofree char *boxes = text_integer(manifest->boxes);
    g_autofree char *empties = text_integer(manifest->empties);
    g_autofree char *heading =
        TEXT_WITH(lang, TEXT_MANIFEST, train, boxes, teu->str, tonnes->str, empties);
    g_string_append_printf(page, "%s\n\n", heading);
    const int booking = booking_width(manifest);
    if (manifest->rows->len > 0) {
        manifest_put_heading(page, booking, lang);
    }
    for (guint i = 0; i < manifest->rows->len; i++) {
        manifest_put_row(page, &g_array_index(manifest->rows, ManifestRow, i), booking, lang);
    }
    g_string_free(teu, TRUE);
    g_string_free(tonnes, TRUE);
    return g_string_free(page, FALSE);
}

void manifest_csv(const Manifest *manifest, const TableForm *form, FILE *out) {
    CsvWriter csv = csv_writer_on(out, form);
    g_autofree char *heading = plan_columns_heading(manifest_columns, MANIFEST_COLUMNS, form);
    csv_put_header(&csv, heading);
    for (guint i = 0; i < manifest->rows->len; i++) {
        const ManifestRow *row = &g_array_index(manifest->rows, ManifestRow, i);
        csv_put_text(&csv, row->booking);
        csv_put_text(&csv, row->itinerary);
        csv_put_text(&csv, row->customer);
        csv_put_int(&csv, row->boxes);
        csv_put_text(&csv, row->container);
        csv_put_text(&csv, row->cargo);
        csv_put_quantity(&csv, row->teu);
        csv_put_quantity(&csv, row->tonnes);
        csv_put_text(&csv, row->boards);
        csv_put_instant_text(&csv, row->departs);
        csv_put_text(&csv, row->leaves);
        csv_put_instant_text(&csv, row->arrives);
        csv_put_text(&csv, row->remark);
        csv_end_row(&csv);
    }
}
