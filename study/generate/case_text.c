/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, times, names and codes of a made-up case as text. Whole numbers all the way: the bytes
 * are the same on every machine and in every locale. */
#include "study/generate/case_text.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/time_text.h"

enum { ID_DIGITS = 4 /**< at least */ };

void put_hundredths(OutFile *out, int hundredths) {
    out_file_print(out, "%s%d.%02d", hundredths < 0 ? "-" : "", abs(hundredths) / 100,
                   abs(hundredths) % 100);
}

void put_share(OutFile *out, int thousandths) {
    out_file_print(out, "%d", thousandths / 1000);
    int left = thousandths % 1000;
    for (int unit = 100; left > 0; unit /= 10) {
        out_file_print(out, "%s%d", unit == 100 ? "." : "", left / unit);
        left %= unit;
    }
}

void put_weekly_times(OutFile *out, const int *minutes, int count) {
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    out_file_print(out, "[");
    for (int i = 0; i < count; i++) {
        const int of_day = minutes[i] % MINUTES_PER_DAY;
        out_file_print(out, "%s%s %02d:%02d", i > 0 ? ", " : "", days[minutes[i] / MINUTES_PER_DAY],
                       of_day / MINUTES_PER_HOUR, of_day % MINUTES_PER_HOUR);
    }
    out_file_print(out, "]");
}

void put_duration(OutFile *out, int minutes) {
    char text[DURATION_TEXT_SIZE];
    out_file_print(out, "%s", duration_format(minutes, text));
}

void put_date(OutFile *out, Date date) {
    char text[DATE_TEXT_SIZE];
    out_file_print(out, "%s", date_format(date, text));
}

void put_local(OutFile *out, Minute local) {
    const int of_day = (int)(local % MINUTES_PER_DAY);
    put_date(out, (Date)(local / MINUTES_PER_DAY));
    if (of_day > 0) {
        out_file_print(out, " %02d:%02d", of_day / MINUTES_PER_HOUR, of_day % MINUTES_PER_HOUR);
    }
}

void put_place_name(OutFile *out, const Place *place) {
    out_file_print(out, "{en: %s, zh: %s}", place->name_en, place->name_zh);
}

void put_station_head(OutFile *out, const Place *place) {
    out_file_print(out, "  %s: {name: ", place->code);
    put_place_name(out, place);
    out_file_print(out, ", country: %s, zone: %s, lat: ", place->country, place->zone);
    put_hundredths(out, place->lat_100);
    out_file_print(out, ", lon: ");
    put_hundredths(out, place->lon_100);
}

void put_line_code(OutFile *out, const DrawnLine *line) {
    out_file_print(out, "%s-%s%s", place_at(line->route[0])->code,
                   place_at(line->route[ROUTE_PLACES - 1])->code, line->rank > 0 ? "-E" : "");
}

const char *box_code(BoxType box) {
    static const char *const codes[N_BOX_TYPES] = {"20GP", "40GP", "40HC", "45HC", "40RF"};
    return codes[box];
}

const char *cargo_code(CargoClass cargo) {
    static const char *const codes[N_CARGO_CLASSES] = {"", "lithium", "reefer"};
    return codes[cargo];
}

void put_booking_id(OutFile *out, const DrawnCase *drawn, int booking) {
    int digits = ID_DIGITS;
    for (int most = 10000; drawn->n_bookings >= most && digits < 9; most *= 10) {
        digits++;
    }
    out_file_print(out, "B%0*d", digits, booking + 1);
}
