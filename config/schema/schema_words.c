/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections and ranges in the words of the JSON Schema and the reference page. */
#include "config/schema/schema_words.h"

#include <glib.h>

const char *schema_noun(Section section) {
    switch (section) {
    case SECTION_STATIONS:
        return "station";
    case SECTION_CONTAINERS:
        return "container type";
    case SECTION_CARGO:
        return "cargo class";
    case SECTION_SLOTS:
        return "slot";
    case SECTION_LINES:
        return "line";
    case SECTION_TRAINS:
        return "train";
    case SECTION_DEMAND:
        return "booking";
    case SECTION_FEEDERS:
        return "feeder";
    case SECTION_RAKES:
        return "rake pool";
    case SECTION_COUNTRIES:
        return "country of a station";
    case SECTION_NONE:
    case N_SECTIONS:
        break;
    }
    return "";
}

char *schema_range(const Range *range) {
    return range->says == REASON_VERSION
               ? g_strdup("must be 1, the version of the format that is known")
               : g_strdup_printf("must lie in %s to %s", range->from, range->to);
}
