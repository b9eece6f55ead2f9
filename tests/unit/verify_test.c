/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The verifier: a plan worked out by hand passes; every single tampering with it is found.
 *
 *  The case and its plan lie in tests/cases/verify/. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/tampering.h"

static const Tampering TRAINS[] = {
    {"trains.csv", "X8188@2026-12-01,OUT", "X8188@2026-12-02,OUT", "its name gives another day"},
    {"trains.csv", "X8188@2026-12-01,OUT", "X9999@2026-12-01,OUT", "X9999 is none of them"},
    {"trains.csv", "X8188@2026-12-01,OUT", "X8188-2026-12-01,OUT", "is no name of a train"},
    {"trains.csv", "X8188@2026-12-01,OUT", "X8188@2026-12-01,NONE", "the case has no line"},
    {"trains.csv", "BACK@2026-12-02,BACK", "RETURN@2026-12-02,BACK", "named after the line"},
    {"trains.csv", "A1@2026-12-01;A2@2026-12-04", "A1@2026-12-02;A2@2026-12-04",
     "has no such departure"},
    {"trains.csv", "A1@2026-12-01;A2@2026-12-04", "A9@2026-12-01;A2@2026-12-04", "no such slot"},
    {"trains.csv", "A1@2026-12-01;A2@2026-12-04", "A1@2026-12-01;A2@2026-12-05",
     "is not the earliest"},
    {"trains.csv", "A1@2026-12-01;A2@2026-12-04", "A1@2026-12-01;B2@2026-12-05",
     "the case gives A2"},
    {"trains.csv", "A1@2026-12-01;A2@2026-12-04", "A1@2026-12-01", "the case gives X8188 2"},
    {"trains.csv", "B1@2026-12-02;B2@2026-12-12", "B1@2026-12-02;B2@2026-12-19",
     "waits 7d16h at ALA, its greatest dwell is 2d"},
    {"trains.csv", "B1@2026-12-02;B2@2026-12-12", "B2@2026-12-12;B1@2026-12-02",
     "does not start at YIW"},
    {"trains.csv", "B1@2026-12-02;B2@2026-12-12", "B1@2026-12-09;B2@2026-12-19",
     "departs outside the horizon"},
    {"trains.csv", "C1@2026-12-02T1800", "C1@2026-12-02T0600", "stands here a second time"},
    {"trains.csv", "C1@2026-12-02T1800", "C1@2026-12-02T0600", "is used by 2 trains"},
    {"trains.csv", "C1@2026-12-02T1800", "C1@2026-12-02", "named with its time"},
    {"trains.csv", "URA@2026-12-02.2,", "URA@2026-12-02.3,", "not numbered"},
    {"trains.csv", "outbound,0,true", "outbound,0,false", "X8188 runs always"},
    {"trains.csv", "return,0,true", "return,0,false", "line BACK has 0 trains in week 0"},
    {"trains.csv", "outbound,0,true", "outbound,0,yes", "should be true or false"},
    {"case.yaml", "through: {min: 8h", "through: {min: 16h", "X8188@2026-12-01 waits 12h at ALA"},
    {"case.yaml", "max_transit: 16d", "max_transit: 13d", "is 13d12h on the way"},
    {"case.yaml", "tail: 40d", "tail: 7d", "after the end of the horizon's tail"},
    {"case.yaml", "route: [DUI, ALA, YIW]", "route: [DUI, ALA, URC]", "leaves the route"},
    {"case.yaml", "URA: {route: [URC, ALA]}", "URA: {route: [URC, ALA], trains_per_week: {max: 1}}",
     "line URA has 2 trains in week 0"},
    {"case.yaml", "departs: [Tue]}", "departs: [Mon]}", "a day of the week that X8188"},
    {"case.yaml", "runs: 3d, km: 4000, teu: 100",
     "runs: 3d, valid: {from: 2026-12-05}, km: 4000, teu: 100", "not valid on that day"},
    {"case.yaml", "min: 0.3}", "min: 0.5}", "load factor of 0.477778, its least is 0.500000"},
    {"case.yaml", "min: 0.3}", "min: 0.5, per: week}", "load factor of 0.477778 in week 0"},
    {"case.yaml", "min: 0.3}", "min: 0.5, per: horizon}", "0.477778 in the horizon"},
};

static const Tampering BOXES[] = {
    {"allocations.csv", "D1,1,20,", "D9,1,20,", "has no booking \"D9\""},
    {"allocations.csv", "D1,1,20,", "D1,1,0,", "whole number of at least 1"},
    {"allocations.csv", "D1,1,20,", "D1,1,19.5,", "whole number of at least 1"},
    {"allocations.csv", "D3,2,15,", "D3,3,15,", "itinerary is 3, it should be 2"},
    {"allocations.csv", "150000.00,9900.00", "140000.00,9900.00", "is not what D3 pays"},
    {"allocations.csv", "150000.00,9900.00,140100.00", "90000.00,9900.00,80100.00",
     "25 boxes carried at 9000.00, it has 20"},
    {"allocations.csv", "D2,1,5,URC,DUI", "D2,1,5,URC,YIW", "to is \"YIW\", it should be \"DUI\""},
    {"allocations.csv", "298.5,3.5", "298.5,0", "late_hours is 0"},
    {"allocations.csv", "298.5,3.5", "299.5,3.5", "transit_hours is 299.5"},
    {"allocations.csv", "22000.00", "22001.00", "cost is 22001.00"},
    {"allocations.csv", "74725.00", "74725.09", "margin is 74725.09"},
    {"allocations.csv", "D2,1,5,URC,DUI,2026-12-02T06:00+08:00",
     "D2,1,5,URC,DUI,2026-12-02T06:01+08:00", "departs is \"2026-12-02T06:01+08:00\""},
    {"legs.csv", "D1,1,2,", "D1,1,3,", "seq is 3, it should be 2"},
    {"legs.csv", "D1,1,1,train", "D1,1,1,truck", "mode is \"truck\""},
    {"legs.csv", "D1,1,3,train,X8188@2026-12-01", "D1,1,3,train,X8188@2026-12-08",
     "no train X8188@2026-12-08"},
    {"legs.csv", "A2@2026-12-04,ALA,DUI", "A2@2026-12-05,ALA,DUI", "no leg ALA-DUI"},
    {"legs.csv", "D2,1,1,train,URA@2026-12-02,C1@2026-12-02T0600,URC,ALA,2026-12-02T06:00+08:00",
     "D2,1,1,train,URA@2026-12-02.2,C1@2026-12-02T1800,URC,ALA,2026-12-02T06:00+08:00",
     "departs is \"2026-12-02T06:00+08:00\", it should be \"2026-12-02T18:00+08:00\""},
    {"legs.csv", "D2,1,2,", "D7,1,2,", "no itinerary 1 of booking D7"},
    {"legs.csv", "5,5,111,4675.00", "6,5,111,4675.00", "boxes is 6, it should be 5"},
    {"legs.csv", "5,5,111,4675.00", "5,10,111,4675.00", "teu is 10"},
    {"legs.csv", "5,5,111,4675.00", "5,5,100,4675.00", "tonnes is 100"},
    {"legs.csv", "5,5,111,4675.00", "5,5,111,4500.00", "cost is 4500.00"},
    {"legs.csv",
     "D1,1,2,train,X8188@2026-12-01,A1@2026-12-01,XIA,ALA,2026-12-02T02:30+08:00,2026-12-04T04:30+"
     "08:00,20,"
     "40,278,3000.00,,\n"
     "D1,1,3,",
     "D1,1,2,", "this leg starts at ALA, the one before it ends at XIA"},
    {"case.yaml", "transfer: {min: 24h", "transfer: {min: 2d",
     "transfer at ALA takes 1d22h30m, its least is 2d"},
    {"case.yaml", "min: 24h, max: 4d", "min: 24h, max: 36h", "its greatest is 1d12h"},
    {"case.yaml", "transfer: {min: 24h, max: 4d, cost: 500}, ", "", "cannot change trains at ALA"},
    {"case.yaml", "cutoff: 12h", "cutoff: 24h", "D1 departs too early"},
    {"case.yaml", "max: 2d}}", "max: 3h}}", "D2 is delivered too late"},
    {"case.yaml", "revenue: 20000, unserved", "revenue: 20000, max_transit: 324h, unserved",
     "D1 takes 13d18h from its first departure to delivery, its max_transit is 13d12h"},
    {"case.yaml", "due: 2026-12-31,", "due: 2026-12-31, parts: {min: all},",
     "D3 has 15 boxes on this itinerary, its parts have 20 at least"},
    {"case.yaml", "slots: \"B.*\"", "slots: \"C.*\"", "lithium cargo avoids slot C1"},
    {"case.yaml", "stations: XIA,", "stations: URC,", "lithium cargo avoids station URC"},
    {"case.yaml", "stations: XIA,", "countries: DE,", "lithium cargo avoids station DUI"},
    {"case.yaml", "max_boxes_per_train: 5", "containers: [40HC]", "may not travel in container"},
    {"case.yaml", "boxes: 20, container: 40HC", "boxes: 18, container: 40HC",
     "D1 has 20 boxes carried, it has 18"},
    {"case.yaml", "unserved: 100}", "unserved: 100, must: true}", "D3 must travel, yet 5"},
    {"bookings.csv", "D3,30,25,5,no_room", "D3,30,25,5,", "reason is \"\""},
    {"bookings.csv", "D1,20,20,0,,", "D1,20,20,0,no_room,", "reason is \"no_room\""},
    {"bookings.csv", "D1,20,20,0,", "D1,20,19,0,", "carried is 19"},
    {"bookings.csv", "D3,30,25,5", "D3,30,25,6", "unserved is 6"},
    {"bookings.csv", "D3,30,25,5", "D3,31,25,5", "boxes is 31"},
    {"bookings.csv",
     "D4,2,0,2,no_itinerary,,,YIW,ALA,20GP,lithium,1000.00,2026-11-30T00:00+08:00,2026-12-22T23:59+"
     "08:00,0,,,0\n",
     "", "a row of booking D4 is missing"},
    {"bookings.csv", "D4,2,0,2", "D1,2,0,2", "stands here a second time"},
    {"bookings.csv", "-200.000000", "inf", "opportunity_cost is \"inf\""},
    {"bookings.csv", "1000.00,2026-11-30", "1001.00,2026-11-30", "is not what D4 pays"},
    {"allocations.csv", "URA@2026-12-02;X8188", "X8188", "trains is \"X8188@2026-12-01\""},
    {"trains.csv", ",YIW,DUI\n", ",YIW,ALA\n", "destination is \"ALA\""},
    {"lines.csv", "BACK,return,0,1,", "BACK,return,1,1,", "a row of line BACK in week 0"},
    {"lines.csv", "BACK,return,0,1,", "BACK,return,0,2,", "trains is 2, it should be 1"},
    {"lines.csv", ",20250.00", ",20251.00", "margin is 20251.00"},
    {"money.csv", "leg,BACK,-11500.00", "leg,BACK,-11500.01", "add up to 152924.99"},
    {"money.csv", "leg,BACK,-11500.00", "leg,BACK,-11400.00", "amount is -11400.00"},
    {"money.csv", "leg,BACK,", "leg,URC,", "\"leg\" of line \"URC\" is no part"},
    {"money.csv", "balance,,-1450.00\n", "", "a row of balance of line \"\" is missing"},
    {"bookings.csv", "690.000000", "nan", "floor_price is \"nan\""},
};

static const Tampering LIMITS[] = {
    {"case.yaml", "offered: 0.9", "offered: 0.42",
     "carries 45.00 TEU from ALA to DUI, it offers 42"},
    {"case.yaml", "tonnes: 1800", "tonnes: 297", "carries 297.50 tonnes from DUI to ALA"},
    {"case.yaml", "max_boxes_per_train: 5", "max_boxes_per_train: 4", "5 boxes of lithium"},
    {"case.yaml", "max_boxes_per_train: 5", "apart_from: [general]", "have to be kept apart"},
    {"case.yaml", "lifts_per_day: 100", "lifts_per_day: 24", "ALA has 25 lifts on 2026-12-04"},
    {"case.yaml", "trains_per_day: 18", "trains_per_day: 0", "ALA has 1 trains on 2026-12-02"},
    {"case.yaml", "teu: {ratio: 1.5, penalty: 100}", "teu: {ratio: 1.5}",
     "short of 14.500000 TEU and allows none"},
    {"case.yaml", "trains: {ratio: 1,", "trains: {ratio: 2,", "penalty is 1450.00"},
    {"balance.csv", ",14.5,1450.00", ",14,1450.00", "short_teu is 14"},
    {"balance.csv", ",14.5,1450.00", ",14.5,1400.00", "penalty is 1400.00"},
    {"balance.csv", "Yiwu,horizon", "Yiwu,0", "period is \"0\""},
    {"balance.csv", "1.162791", "1.162891", "teu_ratio is 1.162891"},
    {"balance.csv", "horizon,1,1,", "horizon,2,1,", "outbound_trains is 2"},
    {"balance.csv", "1450.00\n",
     "1450.00\nYiwu,horizon,1,1,1.000000,43,50,1.162791,0,14.5,1450.00\n", "it has 2 rows"},
    {"capacity.csv", "90,45,0,389", "90,40,0,389", "loaded_teu is 40"},
    {"capacity.csv", "90,45,0,389", "100,45,0,389", "offered_teu is 100"},
    {"capacity.csv", "90,45,0,389", "90,45,1,389", "empty_teu is 1"},
    {"capacity.csv", "90,45,0,389", "90,45,0,388", "tonnes is 388"},
    {"capacity.csv", "389,2000", "389,", "limit_tonnes is \"\""},
    {"capacity.csv", "URA@2026-12-02.2,1", "URA@2026-12-02.2,2",
     "URA@2026-12-02.2 leg 1 is missing"},
    {"capacity.csv", "URA@2026-12-02.2,1", "URA@2026-12-02.9,1", "1 of its rows are not of a leg"},
    {"stations.csv", "ALA,2026-12-04,25", "ALA,2026-12-04,20", "lifts is 20, it should be 25"},
    {"stations.csv", "ALA,2026-12-04,25,100", "ALA,2026-12-04,25,", "lifts_limit is \"\""},
    {"stations.csv", "0.000000,2,", "0.000000,1,", "trains is 1, it should be 2"},
    {"stations.csv", "XIA,2026-12-02,0,,0.000000,1,\n", "",
     "a row of XIA on 2026-12-02 is missing"},
    {"stations.csv", "XIA,2026-12-02", "XIA,2026-13-02", "is no date"},
    {"stations.csv", "XIA,2026-12-02", "XIX,2026-12-02", "no station \"XIX\""},
};

static const Tampering PRICES[] = {
    {"prices.csv", "-100\n", "-101\n", "a TEU short by rule Yiwu has a price of -101"},
    {"prices.csv", "-100\n", "-99\n", "demand(D1) has a price of 20100.000000, it should be 20103"},
    {"prices.csv", "-100\n", "100\n", "a price of 100.000000 has the wrong sign"},
    {"prices.csv", "-100\n", "0\n", "price is \"0\", it should be a number other than 0"},
    {"prices.csv", "-100\n", "-1e2\n", "price is \"-1e2\", it should be a number other than 0"},
    {"prices.csv", "balance_teu(Yiwu),-100\n", "",
     "opportunity_cost is 300.000000, it should be 0"},
    {"prices.csv", "balance_teu(Yiwu)", "balance_teu(Xi_an)",
     "no row \"balance_teu(Xi_an)\" can have a price"},
    {"prices.csv", "balance_teu(Yiwu)", "\"balance_teu(Yiwu,1)\"",
     "no row \"balance_teu(Yiwu,1)\""},
    {"prices.csv", "balance_teu(Yiwu)", "balance_luck(Yiwu)", "no row \"balance_luck(Yiwu)\""},
    {"prices.csv", "balance_teu(Yiwu),-100\n",
     "balance_teu(Yiwu),-100\nbalance_trains(Yiwu),-90000\n",
     "balance_trains(Yiwu) has a price of -90000.000000, it should be 0.000000"},
    {"prices.csv", "demand(D1),20100\n", "",
     "demand(D1) has a price of 0.000000, it should be 20100"},
    {"prices.csv", "20100", "20100.0001", "demand(D1) has a price of 20100.000100"},
    {"prices.csv", "demand(D3~2),8310\n", "demand(D3~2),8310\ndemand(D3~3),8310\n",
     "no row \"demand(D3~3)\""},
    {"prices.csv", "demand(D3~2),8310\n", "demand(D3~2),8310\nflat_teu(X8188),5\n",
     "no row \"flat_teu(X8188)\""},
    {"prices.csv", "demand(D1)", "\"class_boxes(lithium,X8188@2026_12_01,3)\",5\ndemand(D1)",
     "floor_price is 1145.000000, it should be 1150.000000"},
    {"prices.csv", "demand(D3~2),8310\n", "demand(D3~2),8310\nfleet(40HC),5\n",
     "no row \"fleet(40HC)\""},
    {"prices.csv", "demand(D3~2),8310\n", "demand(D3~2),8310\nload_factor(OUT),-5\n",
     "no row \"load_factor(OUT)\""},
    {"prices.csv", "demand(D3~2),8310\n", "demand(D3~2),8310\nload_factor(BACK),-5\n",
     "no row \"load_factor(BACK)\""},
    {"prices.csv", "demand(D1),20100\ndemand(D2),14855\n", "demand(D2),14855\ndemand(D1),20100\n",
     "rows have to stand in order of their names"},
    {"capacity.csv", "297.5,1800,0.000000", "297.5,1800,-1.000000", "price_per_teu is -1.000000"},
    {"capacity.csv", "297.5,1800,0.000000", "297.5,1800,1.000000",
     "price_per_teu is 1.000000, it should be 0.000000"},
    {"capacity.csv", "297.5,1800,0.000000", "297.5,1800,", "price_per_teu is \"\""},
    {"capacity.csv", "111,,0.000000,0.000000", "111,,0.000000,2.000000",
     "price_per_tonne is 2.000000, it should be 0.000000"},
    {"stations.csv", "ALA,2026-12-04,25,100,0.000000", "ALA,2026-12-04,25,100,0.010000",
     "lift_price is 0.010000, it should be 0.000000"},
    {"stations.csv", "0,,0.000000,1,", "0,,0.500000,1,", "lift_price is 0.500000"},
    {"stations.csv", "XIA,2026-12-02", "XIA,2026-12-03", "neither lifts nor trains nor a price"},
    {"bookings.csv", "690.000000", "690.000002", "floor_price is 690.000002"},
    {"bookings.csv", "690.000000", "", "floor_price is \"\""},
    {"bookings.csv", "-200.000000", "-200.000003", "opportunity_cost is -200.000003"},
    {"bookings.csv", "no_itinerary,,", "no_itinerary,1.000000,", "floor_price is \"1.000000\""},
    {"bookings.csv", "no_room", "below_floor_price",
     "it should be \"no_room\": boxes that pay 9000.00 were left"},
    {"bookings.csv", "5,no_room", "5,no_itinerary", "reason is no_itinerary, yet boxes of D3"},
    {"bookings.csv", "2,no_itinerary", "2,no_room", "it should be \"no_itinerary\""},
    {"summary.json", "194475.0", "194476.0", "priced_value is 194476.000000"},
    {"summary.json", "194475.0", "null", "summary.json says that the plan has no prices"},
    {"summary.json", "194475.0", "\"194475.0\"", "priced_value should be a number or null"},
    {"summary.json", "194500.25", "194000.25", "more than the relaxation of 194000.25"},
    {"slots.csv", "A1@2026-12-01,2026-12-01T04:30+08:00,1,1,0.000000",
     "A1@2026-12-01,2026-12-01T04:30+08:00,1,1,1.000000", "there is room for all trains"},
    {"slots.csv", "C1@2026-12-02T0600,2026-12-02T06:00+08:00,1,1,0.000000\n", "",
     "a row of slot run C1@2026-12-02 is missing"},
};

static const Tampering FIGURES[] = {
    {"trains.csv", "X8188@2026-12-01,OUT,outbound", "X8188@2026-12-01,OUT,return",
     "trains.csv row 2: direction is \"return\""},
    {"trains.csv", "outbound,0,true", "outbound,1,true", "week is 1, it should be 0"},
    {"trains.csv", "2026-12-14T09:30+01:00,324", "2026-12-14T16:30+08:00,324",
     "arrives is \"2026-12-14T16:30+08:00\""},
    {"trains.csv", "09:30+01:00,324", "09:30+01:00,323", "transit_hours is 323"},
    {"trains.csv", "900000.0", "900010.0", "offered_teu_km is 900010.0"},
    {"trains.csv", "430000.0", "430010.0", "loaded_teu_km is 430010.0"},
    {"trains.csv", "0.477778", "0.477780", "load_factor is 0.477780"},
    {"trains.csv", "0.477778,25,0", "0.477778,24,0", "loaded_boxes is 24"},
    {"trains.csv", "0.477778,25,0", "0.477778,25,1", "empty_boxes is 1"},
    {"trains.csv", "334853.85", "334854.85", "cost is 334854.85"},
    {"trains.csv", "473846.15", "473847.15", "revenue is 473847.15"},
    {"trains.csv", "138992.31", "138993.31", "margin is 138993.31"},
    {"trains.csv", "138992.31", "1e5", "margin is \"1e5\", it should be a number"},
    {"trains.csv", "train,line,", "train,route,", "its columns are train,route,"},
    {"trains.csv", ",-5000.00", "", "trains.csv"},
    {"timetable.csv", "2026-12-04T04:30+08:00,2026-12-04T16:30+08:00,2026",
     "2026-12-04T04:30+08:00,2026-12-04T16:31+08:00,2026", "departs is \"2026-12-04T16:31+08:00\""},
    {"timetable.csv", "2026-12-14T16:30+08:00", "2026-12-14T17:30+08:00", "arrives_beijing is"},
    {"timetable.csv", ",12,D+3,A2", ",11,D+3,A2", "dwell_hours is 11"},
    {"timetable.csv", ",12,D+3,A2", ",12,D+4,A2", "day is \"D+4\", it should be \"D+3\""},
    {"timetable.csv", "A2@2026-12-04,4000", "A1@2026-12-01,4000", "slot is \"A1@2026-12-01\""},
    {"timetable.csv", ",4000,true", ",4001,true", "km is 4001"},
    {"timetable.csv", ",4000,true", ",4000,false", "gauge_break is \"false\""},
    {"timetable.csv", "Duisburg", "Hamburg", "station_en is \"Hamburg\""},
    {"timetable.csv", "义乌西", "=义乌西", "would run as a formula"},
    {"timetable.csv", "X8188@2026-12-01,2,XIA", "X8188@2026-12-01,2,ALA", "station is \"ALA\""},
    {"timetable.csv", "X8188@2026-12-01,4,", "X8188@2026-12-01,5,", "seq 4 is missing"},
    {"timetable.csv", "X8188@2026-12-01,4,", "X8188@2026-12-01,3,", "a second time"},
    {"timetable.csv", "杜伊斯堡,DE", "杜伊斯堡,PL", "country is \"PL\""},
    {"case.yaml", "zone: Europe/Berlin", "zone: Europe/London", "arrives is"},
    {"case.yaml", "cost: 8000}", "cost: 9000}", "cost is 334853.85, it should be 335853.84"},
};

static const Tampering SUMMARY[] = {
    {"summary.json", "\"case\": \"Verifier\"", "\"case\": \"Other\"", "case is \"Other\""},
    {"summary.json", "\"status\": \"gap\"", "\"status\": \"fine\"", "is none of a plan"},
    {"summary.json", "\"status\": \"gap\"", "\"status\": \"optimal\"",
     "status is optimal with a gap"},
    {"summary.json", "\"objective\": 152925.0", "\"objective\": 152926.0", "the plan's margin is"},
    {"summary.json", "\"objective\": 152925.0", "\"objective\": null",
     "objective should be a number"},
    {"summary.json", "153000.0", "152000.0", "is below the objective"},
    {"summary.json", "194500.25", "150000.25", "relaxation 150000.250000 is below"},
    {"summary.json", "0.00049044", "0.00059044", "gap is 0.000590"},
    {"summary.json", "765000.0", "765001.0", "kpi.revenue is 765001"},
    {"summary.json", "12750.0", "12751.0", "kpi.cost_parts.load is 12751"},
    {"summary.json", "\"balance\": 1450.0", "\"balance\": 1451.0", "kpi.cost_parts.balance"},
    {"summary.json", "\"late\": 175.0", "\"late\": 170.0", "kpi.cost_parts.late"},
    {"summary.json", "\"unserved\": 600.0", "\"unserved\": 650.0", "kpi.cost_parts.unserved"},
    {"summary.json", "932500.0", "932600.5", "kpi.teu_km"},
    {"summary.json", "0.532857", "0.532957", "kpi.load_factor.all"},
    {"summary.json", "311.45", "312.45", "kpi.transit_hours.mean"},
    {"summary.json", "\"p90\": 324", "\"p90\": 304", "kpi.transit_hours.p90"},
    {"summary.json", "155\n", "154\n", "kpi.lifts is 154"},
    {"summary.json", "\"late\": 5}", "\"late\": 4}", "kpi.boxes.late"},
    {"summary.json", "0.52439,", "0.54439,", "kpi.equivalent_trains.outbound"},
    {"summary.json", "{\"trains\": 1.0, \"teu\": 1.162791}",
     "{\"trains\": null, \"teu\": 1.162791}", "kpi.return_ratio.trains should be a number"},
    {"summary.json", ",\n    \"lifts\": 155", "", "kpi.lifts is missing"},
    {"summary.json", "\"lifts\": 155", "\"lifts\": 155, \"luck\": 1", "kpi.luck is not known"},
    {"summary.json", "\"trains_run\": 4", "\"trains_run\": 5", "counts.trains_run is 5"},
    {"summary.json", "{\n", "{{\n", "no JSON object"},
};

FOR_EACH_TAMPERING(a_train_that_may_not_run_so_is_found, TRAINS)
FOR_EACH_TAMPERING(boxes_that_may_not_travel_so_are_found, BOXES)
FOR_EACH_TAMPERING(a_limit_that_does_not_hold_is_found, LIMITS)
FOR_EACH_TAMPERING(a_price_that_proves_something_else_is_found, PRICES)
FOR_EACH_TAMPERING(a_wrong_figure_is_found, FIGURES)
FOR_EACH_TAMPERING(a_wrong_summary_is_found, SUMMARY)

START_TEST(a_plan_worked_out_by_hand_passes) {
    char *dir = copy_new();
    VerifyReport report;
    VerifyStatus status = copy_verify(dir, &report);
    if (status != VERIFY_OK) {
        verify_report_print(&report, stderr);
    }
    ck_assert_int_eq(status, VERIFY_OK);
    ck_assert_double_eq_tol(report.objective, 152925, 1e-6);
    // The case has no feeders, containers or wagon sets of its own.
    for (int group = 0; group < VERIFY_GROUPS; group++) {
        if (group != VERIFY_FEEDERS && group != VERIFY_EQUIPMENT && group != VERIFY_RAKES) {
            ck_assert_int_gt(report.checks[group], group == VERIFY_BALANCE ? -1 : 0);
        }
    }
    verify_report_free(&report);
    copy_free(dir);
}
END_TEST

START_TEST(a_file_with_byte_order_mark_and_crlf_reads_as_well) {
    char *dir = copy_new();
    VerifyReport report;
    copy_replace(dir, "balance.csv", "rule", "\xEF\xBB\xBFrule");
    copy_replace(dir, "balance.csv", "\n", "\r\n");
    ck_assert_int_eq(copy_verify(dir, &report), VERIFY_OK);
    verify_report_free(&report);
    copy_free(dir);
}
END_TEST

START_TEST(every_row_that_is_dropped_or_doubled_is_found) {
    every_row_counts();
}
END_TEST

START_TEST(every_cell_that_is_spoilt_is_found) {
    every_cell_counts();
}
END_TEST

START_TEST(a_file_that_is_not_there_makes_the_plan_unreadable) {
    every_file_counts();
}
END_TEST

/** Puts something else in the place of a file of the copy. */
static void replace_with(const char *dir, const char *file, int kind) {
    char *path = g_build_filename(dir, file, NULL);
    ck_assert_int_eq(g_unlink(path), 0);
    if (kind == 0) {
        ck_assert_int_eq(g_mkdir(path, 0700), 0);
    } else if (kind == 1) {
        ck_assert_int_eq(mkfifo(path, 0600), 0);
    } else {
        ck_assert_int_eq(symlink(file, path), 0);
    }
    g_free(path);
}

START_TEST(a_folder_a_pipe_or_a_link_to_itself_is_no_file_of_a_plan) {
    static const char *const files[] = {"trains.csv", "prices.csv", "summary.json"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        for (int kind = 0; kind < 3; kind++) {
            char *dir = copy_new();
            VerifyReport report;
            replace_with(dir, files[i], kind);
            ck_assert_int_eq(copy_verify(dir, &report), VERIFY_UNREADABLE);
            ck_assert_ptr_nonnull(strstr(report.unreadable, files[i]));
            verify_report_free(&report);
            char *path = g_build_filename(dir, files[i], NULL);
            (void)g_remove(path);
            g_free(path);
            copy_free(dir);
        }
    }
}
END_TEST

START_TEST(what_is_no_json_or_no_text_is_said_to_be_so) {
    static const char *const texts[] = {"",         "[1]",      "{\"case\": 1e999}",
                                        "\xff\xfe", "\"plan\"", "{}"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        char *dir = copy_new();
        VerifyReport report;
        copy_add(dir, "summary.json", texts[i]);
        ck_assert_int_eq(copy_verify(dir, &report), VERIFY_VIOLATED);
        verify_report_free(&report);
        copy_free(dir);
    }
}
END_TEST

START_TEST(files_of_parts_that_the_case_does_not_have_may_be_empty) {
    static const char *const files[][3] = {
        {"empties.csv",
         "container,move,seq,mode,train_or_feeder,from,to,departs,arrives,boxes,cost\n",
         "40HC,1,1,train,X8188@2026-12-01,ALA,DUI,2026-12-04T16:30+08:00,2026-12-14T09:30+01:00,1,"
         "0.00\n"},
        {"equipment.csv",
         "container,station,day,stock,taken,returned,empties_in,empties_out,leased,price\n",
         "40HC,YIW,2026-11-30,0,0,0,0,0,0,\n"},
        {"rakes.csv", "pool,station,at,train,change,sets\n",
         "CN,YIW,2026-12-01T04:30+08:00,X8188@2026-12-01,-1,0\n"},
    };
    char *dir = copy_new();
    VerifyReport report;
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        copy_add(dir, files[i][0], files[i][1]);
    }
    ck_assert_int_eq(copy_verify(dir, &report), VERIFY_OK);
    verify_report_free(&report);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        char *row = g_strconcat(files[i][1], files[i][2], NULL);
        copy_add(dir, files[i][0], row);
        ck_assert_int_eq(copy_verify(dir, &report), VERIFY_VIOLATED);
        verify_report_free(&report);
        copy_add(dir, files[i][0], files[i][1]);
        g_free(row);
    }
    copy_free(dir);
}
END_TEST

START_TEST(the_report_names_file_row_and_fault) {
    char *dir = copy_new(), *printed = NULL;
    size_t size;
    VerifyReport report;
    copy_replace(dir, "trains.csv", "URA@2026-12-02.2,URA,,0", "URA@2026-12-02.2,URA,,3");
    ck_assert_int_eq(copy_verify(dir, &report), VERIFY_VIOLATED);
    FILE *out = open_memstream(&printed, &size);
    verify_report_print(&report, out);
    fclose(out);
    ck_assert_ptr_nonnull(strstr(printed, "trains.csv row 5: week is 3, it should be 0\n"));
    free(printed);
    verify_report_free(&report);
    copy_free(dir);
}
END_TEST

int main(int argc, char **argv) {
    tampering_case_dir(argc > 1 ? argv[1] : "tests/cases/verify");
    Suite *suite = suite_create("verify");
    TCase *tests = tcase_create("verify");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_plan_worked_out_by_hand_passes);
    tcase_add_test(tests, a_file_with_byte_order_mark_and_crlf_reads_as_well);
    tcase_add_loop_test(tests, a_train_that_may_not_run_so_is_found, 0, G_N_ELEMENTS(TRAINS));
    tcase_add_loop_test(tests, boxes_that_may_not_travel_so_are_found, 0, G_N_ELEMENTS(BOXES));
    tcase_add_loop_test(tests, a_limit_that_does_not_hold_is_found, 0, G_N_ELEMENTS(LIMITS));
    tcase_add_loop_test(tests, a_price_that_proves_something_else_is_found, 0,
                        G_N_ELEMENTS(PRICES));
    tcase_add_loop_test(tests, a_wrong_figure_is_found, 0, G_N_ELEMENTS(FIGURES));
    tcase_add_loop_test(tests, a_wrong_summary_is_found, 0, G_N_ELEMENTS(SUMMARY));
    tcase_add_test(tests, every_row_that_is_dropped_or_doubled_is_found);
    tcase_add_test(tests, every_cell_that_is_spoilt_is_found);
    tcase_add_test(tests, a_file_that_is_not_there_makes_the_plan_unreadable);
    tcase_add_test(tests, a_folder_a_pipe_or_a_link_to_itself_is_no_file_of_a_plan);
    tcase_add_test(tests, what_is_no_json_or_no_text_is_said_to_be_so);
    tcase_add_test(tests, files_of_parts_that_the_case_does_not_have_may_be_empty);
    tcase_add_test(tests, the_report_names_file_row_and_fault);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
