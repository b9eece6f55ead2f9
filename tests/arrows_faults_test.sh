#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The test of arrows itself: a copy of the house with one fault put in, of every kind, has to fail, and
# the copy without to pass.
#
# usage: arrows_faults_test.sh ROOT BUILD
set -eu
root=$1
build=$2
rooms='base config model verify solver export study cli'
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT

count=0
failed=0

# A fresh copy of all sources and their objects.
copy_house() {
    rm -rf "$house/src" "$house/build"
    mkdir "$house/src" "$house/build"
    # shellcheck disable=SC2086  # a list of names
    (cd -- "$root" && find $rooms -name '*.[ch]' | tar -cf - -T -) | tar -xf - -C "$house/src"
    # shellcheck disable=SC2086
    (cd -- "$build" && find $rooms -name '*.o' | tar -cf - -T -) | tar -xf - -C "$house/build"
}

# expect STATUS WORDS NAME: what the test of arrows says of the copy.
expect() {
    count=$((count + 1))
    status=0
    said=$(sh "$root/tests/arrows_test.sh" "$house/src" "$house/build" 2>&1) || status=1
    if [ "$status" -eq "$1" ] && printf '%s\n' "$said" | grep -q -e "$2"; then
        echo "ok $count - $3"
    else
        echo "not ok $count - $3"
        printf '%s\n' "$said" | tail -n 20 | sed 's/^/# /'
        failed=$((failed + 1))
    fi
}

# include FILE HEADER: one more include, named as it stands.
include() {
    printf '#include %s\n' "$2" >>"$house/src/$1"
}

copy_house
expect 0 ' 0 faults' 'the house as it stands'

include base/arena.h '"solver/plan.h"'
expect 1 'base/arena.h: includes solver/plan.h, against the arrows' 'a header of a room above'
copy_house

include solver/lp/load.c '"solver/search/tree.h"'
expect 1 'solver/lp/load.c: includes solver/search/tree.h, against' 'a header of a sub-room above'
copy_house

include verify/checks/summary.h '"model/problem/problem.h"'
expect 1 'verify/checks/summary.h: includes model/problem' 'the verifier leans on the model'
copy_house

include base/date.c '"base/csv.h"'
include base/csv.h '"base/zone.h"'
include base/zone.h '"base/csv.h"'
expect 1 'circles of files' 'two headers that include each other'
copy_house

include model/problem/booking.c '<glpk.h>'
expect 1 'includes <glpk.h>, the library of solver/lp/' 'the library of another room'
copy_house

include base/csv.c '"arena.h"'
expect 1 '"arena.h" is not named from the root' 'an include that is not named from the root'
copy_house

include solver/plans/incumbent.c '"solver/master/master_state.h"'
expect 1 'includes solver/master/master_state.h, which is private' 'a header that is kept private'
copy_house

mkdir "$house/src/model/attic"
: >"$house/src/model/attic/box.h"
expect 1 'model/attic/box.h: stands in no room' 'a folder that the table has not'
copy_house

: >"$house/src/solver/spare.h"
expect 1 'solver/spare.h: stands in no room' 'a file at the root of a room'
copy_house

: >"$house/src/base/forgotten.c"
expect 1 'base/forgotten.c: is not built' 'a source that is in no list'
copy_house

# Declared by hand, so that no include shows it.
cat >"$house/src/base/upward.c" <<'C'
void plan_free(void *plan);
void upward(void *plan);
void upward(void *plan) {
    plan_free(plan);
}
C
cc -c -o "$house/build/base/libbase.a.p/upward.c.o" "$house/src/base/upward.c"
expect 1 'base/upward.c: uses plan_free of solver/plan.c, against' 'a function of a room above'

echo "1..$count"
[ "$failed" -eq 0 ]
