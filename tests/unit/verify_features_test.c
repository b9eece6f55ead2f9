/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The verifier on a plan with feeders, double-stack, containers and wagon sets of our own, a
 *  regular line and a list of goals: every single tampering with it is found.
 *
 *  The case and its plan lie in tests/cases/verify-features/. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "tests/unit/tampering.h"

static const Tampering FEEDERS[] = {
    {"legs.csv", "YIW,2026-12-05T00:00+08:00", "YIW,2026-12-07T00:00+08:00",
     "feeder NGB-YIW does not leave at 2026-12-07T00:00+08:00"},
    {"legs.csv", "YIW,2026-12-05T00:00+08:00", "YIW,2026-12-05T01:00+08:00",
     "feeder NGB-YIW does not leave at 2026-12-05T01:00+08:00"},
    {"legs.csv", "YIW,2026-12-05T00:00+08:00", "YIW,2026-11-30T00:00+08:00",
     "feeder NGB-YIW leaves before the boxes are ready, at 2026-11-30T08:00+08:00"},
    {"legs.csv", "YIW,2026-12-05T00:00+08:00", "YIW,on Saturday", "it should be an instant"},
    {"legs.csv", "NGB,YIW,2026-12-05T00:00+08:00,2026-12-05T09:00",
     "NGB,YIW,2026-12-05T00:00+08:00,2026-12-05T10:00", "arrives is \"2026-12-05T10:00+08:00\""},
    {"legs.csv", "ALA,2026-12-02T22:00+08:00", "ALA,2026-12-02T22:30+08:00",
     "feeder KHO-ALA does not leave at 2026-12-02T22:30+08:00"},
    {"legs.csv", "3,barge", "3,road", "mode is \"road\", it should be \"barge\""},
    {"legs.csv", "KHO-ALA,,", "KHO-ALA,C1@2026-12-02,", "slot is \"C1@2026-12-02\""},
    {"legs.csv", "DUI-HAM,,DUI,HAM", "DUI-HAM,,HAM,HAM", "from is \"HAM\", it should be \"DUI\""},
    {"legs.csv", "DUI-HAM,,DUI,HAM", "DUI-HAM,,DUI,DUI", "to is \"DUI\", it should be \"HAM\""},
    {"legs.csv", "5,5,111,750.00", "5,5,111,751.00", "cost is 751.00"},
    {"legs.csv", "16,111.2,5760.00", "16,111.2,4800.00", "cost is 4800.00"},
    {"legs.csv", "rail,KHO-ALA", "rail,KHO-KHO", "no train KHO-KHO that runs"},
    {"legs.csv", "16,111.2,2400.00,,\n",
     "16,111.2,2400.00,,\nK2,1,4,barge,DUI-HAM,,DUI,HAM,2026-12-12T12:00+01:00,"
     "2026-12-13T12:00+01:00,8,16,111.2,2400.00,,\n",
     "feeder DUI-HAM follows another feeder"},
    {"legs.csv",
     "K6,1,2,train,EAS@2026-12-05,C3@2026-12-05,JIN,URC,2026-12-05T20:00+08:00,2026-12-06T00:00+08:"
     "00",
     "K6,1,2,road,JIN-URC,,JIN,URC,2026-12-05T18:00+08:00,2026-12-05T21:00+08:00",
     "boxes leave EAS@2026-12-05 for a feeder and board it again"},
    {"legs.csv",
     "K1,1,2,train,OUT@2026-12-08,A1@2026-12-08,YIW,ALA,2026-12-08T04:30+08:00,2026-12-11T04:30+08:"
     "00,10,20,139,5000.00,,\n"
     "K1,1,3,train,OUT@2026-12-08,A2@2026-12-11,ALA,DUI,2026-12-11T16:30+08:00,2026-12-17T09:30+01:"
     "00,10,20,139,6000.00,,\n",
     "", "this itinerary has no train, only feeders"},
    {"allocations.csv", "DUI,2026-12-05T00:00+08:00", "DUI,2026-12-08T04:30+08:00",
     "departs is \"2026-12-08T04:30+08:00\""},
    {"allocations.csv", "302.5,12,", "302.5,0,", "late_hours is 0, it should be 12"},
    {"allocations.csv", "25000.00", "24000.00", "cost is 24000.00, it should be 25000"},
    {"case.yaml", "ready: 2026-11-30 08:00, due: 2026-12-22",
     "ready: 2026-12-05 00:30, due: 2026-12-22", "leaves before the boxes are ready"},
    {"case.yaml", "stations: JIN", "stations: ALA",
     "legs.csv row 10: acid cargo avoids station ALA"},
    {"case.yaml", "stations: JIN", "stations: KHO",
     "legs.csv row 8: acid cargo avoids station KHO"},
    {"case.yaml", "stations: JIN", "stations: HAM", "acid cargo avoids station HAM"},
    {"case.yaml", "due: 2026-12-22, revenue: 20000}",
     "due: 2026-12-22, max_transit: 304h, revenue: 20000}",
     "K1 takes 12d22h30m from its first departure to delivery, its max_transit is 12d16h"},
    {"case.yaml", "from: NGB, to: DUI", "from: YIW, to: DUI", "K1 starts at YIW, its legs at NGB"},
    {"case.yaml", "from: DUI, to: YIW, boxes: 14", "from: DUI, to: ALA, boxes: 14",
     "K4 goes to ALA, its legs to YIW"},
    {"case.yaml", "boxes_per_day: 12", "boxes_per_day: 9",
     "feeder NGB-YIW takes 10 boxes on 2026-12-05, it may take 9"},
    {"case.yaml", "unload: {cost: 80, release: 3h}", "unload: {cost: 80, release: 5h}",
     "feeder KHO-ALA leaves before the boxes are ready, at 2026-12-02T23:00+08:00"},
    {"case.yaml", "cutoff: 2h", "cutoff: 40h",
     "too early after feeder KHO-ALA: with the cutoff of ALA, no sooner than 2026-12-05T00:00"},
    {"case.yaml", "max: 2d}, owner", "max: 11h}, owner", "K2 is delivered too late"},
    {"case.yaml", "cost: 1400,", "cost: 1500,", "kpi.cost_parts.feeder is 17150"},
    {"case.yaml", "unload: {cost: 80,", "unload: {cost: 81,", "kpi.cost_parts.unload"},
    {"case.yaml", "load: {cost: 100, cutoff", "load: {cost: 101, cutoff", "kpi.cost_parts.load"},
    {"case.yaml", "km: 500, teu: 50", "km: 500, teu: 50, valid: {to: 2026-12-01}",
     "not valid on that day"},
    {"summary.json", "\"feeder\": 17150.0", "\"feeder\": 17151.0", "kpi.cost_parts.feeder"},
    {"stations.csv", "KHO,2026-12-02,5", "KHO,2026-12-02,0", "lifts is 0, it should be 5"},
};

static const Tampering EMPTIES[] = {
    {"empties.csv", "06:00+08:00,3,240.00", "06:00+08:00,2,240.00", "boxes is 2, it should be 3"},
    {"empties.csv", "3,450.00", "0,450.00", "whole number of at least 1"},
    {"empties.csv", "3,450.00", "3,451.00", "cost is 451.00"},
    {"empties.csv", "40HC,1,2", "20GP,1,2", "container is \"20GP\", it should be \"40HC\""},
    {"empties.csv", "40HC,1,1", "20GP,1,1", "has no equipment of container \"20GP\""},
    {"empties.csv", "40HC,1,1", "99XX,1,1", "has no equipment of container \"99XX\""},
    {"empties.csv", "40HC,2,1", "40HC,3,1", "move is 3, it should be 2"},
    {"empties.csv", "40HC,2,2", "40HC,2,3", "seq is 3, it should be 2"},
    {"empties.csv", "40HC,1,1,train", "40HC,1,1,road", "mode is \"road\""},
    {"empties.csv", "1,train,BACK@2026-12-02", "1,train,BACK@2026-12-09",
     "no train BACK@2026-12-09"},
    {"empties.csv", "DUI,ALA,2026-12-02", "YIW,ALA,2026-12-02", "has no leg YIW-ALA"},
    {"empties.csv", "DUI,ALA,2026-12-02T10:00", "DUI,ALA,2026-12-02T11:00",
     "departs is \"2026-12-02T11:00+01:00\""},
    {"empties.csv", "2026-12-08T17:00", "2026-12-08T18:00", "arrives is \"2026-12-08T18:00"},
    {"empties.csv",
     "40HC,2,2,train,EAS@2026-12-05,ALA,JIN,2026-12-05T12:00+08:00,2026-12-05T18:00+08:00,2,24.00\n"
     "40HC,2,3",
     "40HC,2,2", "this leg starts at JIN, the one before it ends at ALA"},
    {"case.yaml", "transfer: {min: 24h", "transfer: {min: 2d",
     "transfer at ALA takes 1d7h30m, its least is 2d"},
    {"case.yaml", "min: 24h, max: 4d", "min: 24h, max: 30h", "its greatest is 1d6h"},
    {"case.yaml", ",\n        transfer: {min: 24h, max: 4d, cost: 500}", "",
     "boxes cannot change trains at ALA"},
    {"case.yaml", "cost: 500}}", "cost: 501}}", "kpi.cost_parts.empty"},
    {"case.yaml", "{YIW: 100, DUI: 120}", "{YIW: 101, DUI: 120}", "kpi.cost_parts.empty"},
    {"case.yaml", "empty_teu: 75", "empty_teu: 76", "cost is 450.00, it should be 456"},
    {"case.yaml", "rake: EU, teu: 34", "rake: EU, teu: 29",
     "carries 30.00 TEU from DUI to ALA, it offers 29"},
    {"case.yaml", "tonnes: 160", "tonnes: 150", "carries 154.50 tonnes from ALA to YIW"},
    {"case.yaml", "zone: Asia/Shanghai, load: {cost: 110}",
     "zone: Asia/Shanghai, load: {cost: 110}, lifts_per_day: 4", "URC has 5 lifts on 2026-12-02"},
    {"capacity.csv", "45,40,4,299", "45,40,0,299", "empty_teu is 0, it should be 4"},
    {"capacity.csv", "40,4,299", "40,4,291.2", "tonnes is 291.2, it should be 299"},
    {"trains.csv", ",25,2,", ",25,0,", "empty_boxes is 0, it should be 2"},
    {"stations.csv", "URC,2026-12-06,2", "URC,2026-12-06,0", "lifts is 0, it should be 2"},
    {"stations.csv", "ALA,2026-12-09,15", "ALA,2026-12-09,12", "lifts is 12, it should be 15"},
    {"summary.json", "\"empty\": ", "\"empty\": 1", "kpi.cost_parts.empty"},
};

static const Tampering DOUBLE_STACK[] = {
    {"case.yaml", "teu: 30, upper_teu: 20", "teu: 20, upper_teu: 30",
     "carries 20.00 TEU that may not be stacked from YIW to ALA, it has room for 18"},
    {"case.yaml", "teu: 30, upper_teu: 20", "teu: 30, upper_teu: 18",
     "carries 44.00 TEU from YIW to ALA, it offers 43.2"},
    {"case.yaml", "stackable: true", "stackable: false",
     "carries 44.00 TEU that may not be stacked from YIW to ALA, it has room for 27"},
};

static const Tampering EQUIPMENT[] = {
    {"case.yaml", "NGB: 10, DUI: 5}", "NGB: 10, DUI: 4}", "DUI has -1 boxes of 40HC on 2026-12-02"},
    {"case.yaml", "boxes: 12}}", "boxes: 9}}", "DUI leases 10 boxes of 40HC, it may lease 9"},
    {"case.yaml", "end_min: {YIW: 20}", "end_min: {YIW: 24}",
     "YIW ends with 23 boxes of 40HC, it must have 24"},
    {"case.yaml", ", owner: shipper", "", "taken is 0, it should be 8"},
    {"case.yaml", "container: 40HC, tonnes: 8", "container: 40HC, tonnes: 8, owner: shipper",
     "taken is 12, it should be 0"},
    {"case.yaml", "turn: {load: 1d", "turn: {load: 2d", "taken is 10, it should be 0"},
    {"case.yaml", "turn: {load: 1d", "turn: {load: 9d", "taken is 0, it should be 12"},
    {"case.yaml", "unload: 2d}", "unload: 3d}", "returned is 12, it should be 0"},
    {"case.yaml", "unload: 2d}", "unload: 30d}", "returned is 0, it should be 12"},
    {"case.yaml", "storage: {DUI: 4", "storage: {DUI: 5", "kpi.cost_parts.storage"},
    {"case.yaml", "lease: {DUI: {cost: 900", "lease: {DUI: {cost: 901", "kpi.cost_parts.lease"},
    {"case.yaml", "end_value: {YIW: 1500}", "end_value: {YIW: 1501}", "kpi.cost_parts.end_value"},
    {"case.yaml", "tail: 9d12h", "tail: 10d12h", "a row of 40HC at YIW on 2026-12-24 is missing"},
    {"case.yaml", "tail: 9d12h", "tail: 8d12h", "2026-12-23 is none of the days"},
    {"equipment.csv", "0,0,0,0,10,", "0,0,0,0,9,", "stock is 15, it should be 14"},
    {"equipment.csv", "0,0,0,0,10,", "0,0,0,0,-10,", "leased is \"-10\""},
    {"equipment.csv", "NGB,2026-12-01,10,0,0,0,0,0", "NGB,2026-12-01,11,0,0,0,0,1",
     "NGB leases 1 boxes of 40HC, it may lease 0"},
    {"equipment.csv", "NGB,2026-12-04,0,10", "NGB,2026-12-04,0,9", "taken is 9, it should be 10"},
    {"equipment.csv", "NGB,2026-12-03,10", "NGB,2026-12-03,9", "stock is 9, it should be 10"},
    {"equipment.csv", "DUI,2026-12-19,10,0,10", "DUI,2026-12-19,10,0,9", "returned is 9"},
    {"equipment.csv", "YIW,2026-12-12,11,0,0,3", "YIW,2026-12-12,11,0,0,2", "empties_in is 2"},
    {"equipment.csv", "YIW,2026-12-01,8,0,0,0,2", "YIW,2026-12-01,8,0,0,0,1", "empties_out is 1"},
    {"equipment.csv", "URC,2026-12-06", "URC,2026-12-24", "2026-12-24 is none of the days"},
    {"equipment.csv", "40HC,URC,2026-12-06", "20GP,URC,2026-12-06",
     "no equipment of container \"20GP\""},
    {"equipment.csv", "URC,2026-12-06", "URX,2026-12-06", "has no station \"URX\""},
    {"equipment.csv", "URC,2026-12-06", "URC,2026-12-07", "stand here a second time"},
};

static const Tampering RAKES[] = {
    {"case.yaml", "CN: {sets: {YIW: 1, ALA: 1}", "CN: {sets: {YIW: 1}",
     "ALA has -1 sets of CN left"},
    {"case.yaml", "turn: 10h, rep", "turn: 11h, rep",
     "no set of CN moves here for OUT@2026-12-01 then"},
    {"case.yaml", "turn: 10h, rep", "turn: 11h, rep", "for OUT@2026-12-08 at 2026-12-11T15:30"},
    {"case.yaml", "cost: 60000", "cost: 60001", "kpi.cost_parts.reposition"},
    {"case.yaml", "takes: 2d", "takes: 3d", "has no run \"reposition ALA-YIW@2026-12-05\""},
    {"case.yaml", "C2, from: ALA, to: JIN, departs: [Sat 12:00], runs: 6h, km: 300, rake: LOC",
     "C2, from: ALA, to: JIN, departs: [Sat 12:00], runs: 6h, km: 300, rake: XYZ",
     "no set of LOC moves here for EAS@2026-12-05 then"},
    {"rakes.csv", "YIW,2026-12-07T00:00+08:00,reposition ALA-YIW@2026-12-05",
     "YIW,2026-12-07T00:00+08:00,reposition ALA-YIW@2026-12-06", "whose sets are free then"},
    {"rakes.csv", "YIW,2026-12-07T00:00+08:00,reposition ALA-YIW@2026-12-05",
     "YIW,2026-12-01T00:00+08:00,reposition ALA-YIW@2026-11-29",
     "has no run \"reposition ALA-YIW@2026-11-29\""},
    {"rakes.csv", "reposition ALA-YIW@2026-12-05,1,1", "reposition ALA-YIW@2026-12-05,2,1",
     "at ALA for reposition ALA-YIW@2026-12-05 at 2026-12-05T00:00+08:00 are off by -1"},
    {"rakes.csv", "reposition ALA-YIW@2026-12-05,-1,1", "reposition ALA-YIW@2026-12-05,-2,1",
     "are off by 1"},
    {"rakes.csv", "LOC,HMI", "LOC,JIN", "no set of LOC moves here"},
    {"rakes.csv", "LOC,HMI", "LOX,HMI", "has no rake pool \"LOX\""},
    {"rakes.csv", "LOC,HMI", "LOC,HMX", "has no station \"HMX\""},
    {"rakes.csv", "OUT@2026-12-01,1,2", "OUT@2026-12-01,1,1", "sets is 1, it should be 2"},
    {"rakes.csv", "OUT@2026-12-01,1,2", "OUT@2026-12-01,0,2", "other than 0"},
    {"rakes.csv", "OUT@2026-12-01,1,2", "OUT@2026-12-08,1,2",
     "no set of CN moves here for OUT@2026-12-08 then"},
    {"rakes.csv", "2026-12-04T14:30+08:00", "2026-12-04T06:30+00:00", "at is \"2026-12-04T06:30"},
    {"rakes.csv",
     "CN,ALA,2026-12-05T00:00+08:00,reposition ALA-YIW@2026-12-05,-1,1\n"
     "CN,ALA,2026-12-09T06:00+08:00,BACK@2026-12-02,-1,0\n",
     "CN,ALA,2026-12-09T06:00+08:00,BACK@2026-12-02,-1,1\n"
     "CN,ALA,2026-12-05T00:00+08:00,reposition ALA-YIW@2026-12-05,-1,0\n",
     "not in order of time"},
    {"rakes.csv",
     "EU,ALA,2026-12-11T16:30+08:00,BACK@2026-12-02,1,1\n"
     "EU,ALA,2026-12-11T16:30+08:00,OUT@2026-12-08,-1,0\n",
     "EU,ALA,2026-12-11T16:30+08:00,OUT@2026-12-08,-1,-1\n"
     "EU,ALA,2026-12-11T16:30+08:00,BACK@2026-12-02,1,0\n",
     "have to stand before those that leave"},
};

static const Tampering LINES[] = {
    {"case.yaml", "HMI]}", "HMI], regular: true}",
     "line EAS is regular, but the chain of EAS@2026-12-05 runs 0 times in week 1"},
    {"trains.csv", "A1@2026-12-08;A2@2026-12-11", "A1@2026-12-08;A2@2026-12-12",
     "the chain of OUT@2026-12-08 runs 0 times in week 0"},
    {"slots.csv", "A1@2026-12-01,2026-12-01T04:30+08:00,1",
     "A1@2026-12-01,2026-12-01T04:30+08:00,2", "trains is 2, it should be 1"},
    {"slots.csv", "12:00+08:00,1,2,", "12:00+08:00,1,1,", "trains_limit is 1, it should be 2"},
    {"slots.csv", "2026-12-04T16:30+08:00", "2026-12-04T16:31+08:00", "departs is"},
    {"slots.csv", "C1@2026-12-02", "C1@2026-12-03", "slot run \"C1@2026-12-03\" does not exist"},
    {"slots.csv", "C1@2026-12-02", "C1@2026-12-09", "a row of slot run C1@2026-12-02 is missing"},
    {"slots.csv", "1,2,\n", "1,2,3.000000\n", "price is \"3.000000\", it should be empty"},
    {"slots.csv", "\nA1@2026-12-01,", "\nA1@2026-12-15,2026-12-15T04:30+08:00,0,1,\nA1@2026-12-01,",
     "no train that may run uses slot run A1@2026-12-15"},
    {"slots.csv", "A2@2026-12-05,2026-12-05T16:30+08:00,0,1,\n", "",
     "a row of slot run A2@2026-12-05 is missing"},
    {"equipment.csv", "\n40HC,NGB,2026-11-30",
     "\n40HC,KHO,2026-11-30,0,0,0,0,0,0,\n40HC,NGB,2026-11-30",
     "KHO neither has 40HC nor a price of it"},
    {"equipment.csv", "\n40HC,NGB,2026-11-30",
     "\n40HC,KHO,2026-11-30,0,0,0,0,0,0,12.5\n40HC,NGB,2026-11-30",
     "a row of 40HC at KHO on 2026-12-01 is missing"},
    {"feeders.csv", "YIW,2026-12-05,10,12", "YIW,2026-12-05,9,12", "boxes is 9, it should be 10"},
    {"feeders.csv", "10,12,", "10,13,", "boxes_limit is 13, it should be 12"},
    {"feeders.csv", "8,,", "8,8,", "boxes_limit is \"8\""},
    {"feeders.csv", "DUI-HAM,2026-12-12", "DUI-HAM,2026-12-13", "neither boxes nor a price"},
    {"feeders.csv", "DUI-HAM,2026-12-12", "DUI-HAM,2026-12-13", "rows of 1 days on which feeders"},
    {"feeders.csv", "10,12,", "10,12,1.5", "price is \"1.5\", it should be \"\""},
};

static const Tampering GOALS[] = {
    {"summary.json", "\"value\": 91,", "\"value\": 92,", "goal teu is 92.000000"},
    {"summary.json", "\"value\": 91,", "\"value\": null,", "the value of goal teu is nan"},
    {"summary.json", "\"bound\": 91.25", "\"bound\": 90.5", "bound 90.500000 of goal teu is below"},
    {"summary.json", "\"bound\": 91.25", "\"bound\": true", "bound of goal teu should be a number"},
    {"summary.json", "\"bound\": 91.25", "\"bound\": 96.0", "the gap of goal teu is 0.002747"},
    {"summary.json", "\"best\": 91,", "\"best\": 90,", "the gap of goal teu is 0.002747"},
    {"summary.json", "\"held\": 81.9", "\"held\": 91.5",
     "goal teu is 91.000000, it is held at 91.500000"},
    {"summary.json", "\"held\": 81.9", "\"held\": 81.0", "its best and keep make that 81.9"},
    {"summary.json", "\"held\": 81.9", "\"held\": null", "goal teu is not the last, and not held"},
    {"summary.json", "\"held\": null", "\"held\": -244912.0", "goal margin is the last, and held"},
    {"summary.json", "\"best\": -244912.0", "\"best\": -244000.0", "has a best value of -244000"},
    {"summary.json", "\"gap\": 0.002747", "\"gap\": 0.0", "the gap of goal teu is 0.000000"},
    {"summary.json", "\"slot_runs\": 30", "\"slot_runs\": 31", "counts.slot_runs is 31"},
    {"summary.json", "\"train_candidates\": 10", "\"train_candidates\": 9", "candidates is 9"},
    {"summary.json", "\"legs\": 20", "\"legs\": 21", "counts.legs is 21"},
    {"summary.json", "\"feeder_boxes\": 23", "\"feeder_boxes\": 22", "counts.feeder_boxes is 22"},
    {"summary.json", "\"empty_moves\": 2", "\"empty_moves\": 3", "counts.empty_moves is 3"},
    {"summary.json", "\"leased_boxes\": 10", "\"leased_boxes\": 9", "counts.leased_boxes is 9"},
    {"summary.json", "\"repositions\": 1", "\"repositions\": 0", "counts.repositions is 0"},
    {"summary.json", "\"columns\": 9", "\"columns\": 7", "counts.columns should be"},
    {"summary.json", "\"iterations\": 3", "\"iterations\": 4", "run.iterations should be"},
    {"summary.json", "\"scenario\": null", "\"scenario\": \"surge\"", "scenario is"},
    {"summary.json", "\"goal\": \"teu\"", "\"goal\": \"teu_km\"",
     "goal \"teu_km\" stands where teu"},
    {"summary.json", "\"value\": 0.612535", "\"value\": 0.612635", "goal load_factor is 0.612635"},
    {"summary.json", "\"goals\"", "\"goal\"", "goals has 0 entries, the case has 3"},
    {"summary.json", "\"moved\": 0.0", "\"moved\": 5.0", "kpi.cost_parts.moved"},
    {"case.yaml", "{maximize: margin}", "{maximize: teu_km}", "the plan's teu_km is"},
    {"case.yaml", "{maximize: margin}", "{maximize: load_factor}", "the plan's load_factor is"},
    {"case.yaml", ", {maximize: margin}", "", "goals has 3 entries, the case has 2"},
    {"case.yaml",
     "[{maximize: teu, keep: 0.9}, {maximize: load_factor, keep: 0.98}, {maximize: margin}]", "teu",
     "the plan's teu is 91"},
};

FOR_EACH_TAMPERING(a_feeder_that_may_not_run_so_is_found, FEEDERS)
FOR_EACH_TAMPERING(empties_that_may_not_travel_so_are_found, EMPTIES)
FOR_EACH_TAMPERING(a_second_level_that_does_not_hold_is_found, DOUBLE_STACK)
FOR_EACH_TAMPERING(a_wrong_stock_of_containers_is_found, EQUIPMENT)
FOR_EACH_TAMPERING(a_wrong_stock_of_wagon_sets_is_found, RAKES)
FOR_EACH_TAMPERING(a_wrong_line_or_slot_run_is_found, LINES)
FOR_EACH_TAMPERING(a_goal_that_is_not_so_is_found, GOALS)

START_TEST(a_plan_with_everything_passes) {
    char *dir = copy_new();
    VerifyReport report;
    VerifyStatus status = copy_verify(dir, &report);
    if (status != VERIFY_OK) {
        verify_report_print(&report, stderr);
    }
    ck_assert_int_eq(status, VERIFY_OK);
    ck_assert_double_eq_tol(report.objective, -244912, 1e-6);
    ck_assert_int_gt(report.checks[VERIFY_FEEDERS], 0);
    ck_assert_int_gt(report.checks[VERIFY_EQUIPMENT], 0);
    ck_assert_int_gt(report.checks[VERIFY_RAKES], 0);
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

int main(int argc, char **argv) {
    tampering_case_dir(argc > 1 ? argv[1] : "tests/cases/verify-features");
    Suite *suite = suite_create("verify features");
    TCase *tests = tcase_create("verify features");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_plan_with_everything_passes);
    tcase_add_loop_test(tests, a_feeder_that_may_not_run_so_is_found, 0, G_N_ELEMENTS(FEEDERS));
    tcase_add_loop_test(tests, empties_that_may_not_travel_so_are_found, 0, G_N_ELEMENTS(EMPTIES));
    tcase_add_loop_test(tests, a_second_level_that_does_not_hold_is_found, 0,
                        G_N_ELEMENTS(DOUBLE_STACK));
    tcase_add_loop_test(tests, a_wrong_stock_of_containers_is_found, 0, G_N_ELEMENTS(EQUIPMENT));
    tcase_add_loop_test(tests, a_wrong_stock_of_wagon_sets_is_found, 0, G_N_ELEMENTS(RAKES));
    tcase_add_loop_test(tests, a_wrong_line_or_slot_run_is_found, 0, G_N_ELEMENTS(LINES));
    tcase_add_loop_test(tests, a_goal_that_is_not_so_is_found, 0, G_N_ELEMENTS(GOALS));
    tcase_add_test(tests, every_row_that_is_dropped_or_doubled_is_found);
    tcase_add_test(tests, every_cell_that_is_spoilt_is_found);
    tcase_add_test(tests, a_file_that_is_not_there_makes_the_plan_unreadable);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
