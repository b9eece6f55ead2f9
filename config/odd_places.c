/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Latitudes and longitudes held against the bounds of countries, and against one another. */
#include "config/odd_places.h"

#include <math.h>
#include <string.h>

#include "config/finding_codes.h"

/** A country's ends in whole degrees, outward; a little more does not matter. */
typedef struct {
    const char *code; /**< ISO 3166 alpha-2 */
    double south, north, west, east;
} Country;

/* Those that trains between China and Europe, and their feeders, come to. */
static const Country COUNTRIES[] = {
    {"AM", 38, 42, 43, 47},   {"AT", 46, 50, 9, 18},    {"AZ", 38, 42, 44, 51},
    {"BE", 49, 52, 2, 7},     {"BG", 41, 45, 22, 29},   {"BY", 51, 57, 23, 33},
    {"CH", 45, 48, 5, 11},    {"CN", 18, 54, 73, 135},  {"CZ", 48, 52, 12, 19},
    {"DE", 47, 56, 5, 16},    {"DK", 54, 58, 8, 16},    {"EE", 57, 60, 21, 29},
    {"ES", 27, 44, -19, 5},   {"FI", 59, 71, 19, 32},   {"FR", 41, 52, -6, 10},
    {"GB", 49, 61, -9, 2},    {"GE", 41, 44, 40, 47},   {"GR", 34, 42, 19, 30},
    {"HR", 42, 47, 13, 20},   {"HU", 45, 49, 16, 23},   {"IR", 25, 40, 44, 64},
    {"IT", 35, 48, 6, 19},    {"JP", 24, 46, 122, 146}, {"KG", 39, 44, 69, 81},
    {"KR", 33, 39, 124, 132}, {"KZ", 40, 56, 46, 88},   {"LA", 13, 23, 100, 108},
    {"LT", 53, 57, 20, 27},   {"LV", 55, 59, 20, 29},   {"MN", 41, 53, 87, 120},
    {"NL", 50, 54, 3, 8},     {"NO", 57, 72, 4, 32},    {"PL", 49, 55, 14, 25},
    {"RO", 43, 49, 20, 30},   {"RS", 42, 47, 18, 24},   {"RU", 41, 82, 19, 180},
    {"SE", 55, 70, 10, 25},   {"SI", 45, 47, 13, 17},   {"SK", 47, 50, 16, 23},
    {"TH", 5, 21, 97, 106},   {"TJ", 36, 42, 67, 76},   {"TM", 35, 43, 52, 67},
    {"TR", 35, 43, 25, 45},   {"UA", 44, 53, 22, 41},   {"UZ", 37, 46, 55, 74},
    {"VN", 8, 24, 102, 110},
};

/* Degrees beyond which a station is far from the others of its country. */
static const double FAR_DEG = 15;

static const Country *country_of(const Station *station) {
    for (size_t i = 0; i < sizeof COUNTRIES / sizeof COUNTRIES[0]; i++) {
        if (station->country != NULL && strcmp(COUNTRIES[i].code, station->country) == 0) {
            return &COUNTRIES[i];
        }
    }
    return NULL;
}

static bool is_within(const Country *country, double lat, double lon) {
    return lat >= country->south && lat <= country->north && lon >= country->west &&
           lon <= country->east;
}

static bool is_placed(const Station *station) {
    return !isnan(station->lat) && !isnan(station->lon);
}

/** Degrees between two places, along the globe: haversine formula. */
static double degrees_apart(double lat_a, double lon_a, double lat_b, double lon_b) {
    static const double RAD = 3.14159265358979323846 / 180;
    const double north = sin((lat_b - lat_a) * RAD / 2), east = sin((lon_b - lon_a) * RAD / 2);
    const double half = north * north + cos(lat_a * RAD) * cos(lat_b * RAD) * east * east;
    return 2 * asin(sqrt(fmin(half, 1))) / RAD;
}

/** True where a station is far from the mean of those of its country. */
static bool is_far(const Case *kase, const Station *station) {
    double lat = 0, lon = 0;
    int count = 0;
    for (StationId s = 0; s < kase->n_stations; s++) {
        const Station *other = &kase->stations[s];
        if (is_placed(other) && other->country != NULL && station->country != NULL &&
            strcmp(other->country, station->country) == 0) {
            lat += other->lat;
            lon += other->lon;
            count++;
        }
    }
    return count > 1 &&
           degrees_apart(lat / count, lon / count, station->lat, station->lon) > FAR_DEG;
}

/** Large countries have stations far from the mean of all: within its bounds a station is where it
 * may be. */
static void check_station_place(Reader *reader, const Station *station) {
    const Country *country = country_of(station);
    if (country != NULL && is_within(country, station->lat, station->lon)) {
        return;
    }
    if (country != NULL && is_within(country, station->lon, station->lat)) {
        finding_warning(reader->findings, station->lat_place, FINDING_PLACE_SWAPPED, station->code,
                        station->country);
    } else if (is_far(reader->kase, station)) {
        finding_warning(reader->findings, station->lat_place, FINDING_PLACE_FAR, station->code,
                        station->country);
    }
}

void odd_places_check(Reader *reader) {
    for (StationId s = 0; s < reader->kase->n_stations; s++) {
        const Station *station = &reader->kase->stations[s];
        if (reader_sound(reader, SECTION_STATIONS, s) && is_placed(station)) {
            check_station_place(reader, station);
        }
    }
}
