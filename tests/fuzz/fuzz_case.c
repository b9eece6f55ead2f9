/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Fuzz target: the text of a case. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char *path;
    path = path == NULL ? fuzz_path("case.yaml") : path;
    fuzz_write(path, data, size);
    fuzz_check_case(path);
    return 0;
}
