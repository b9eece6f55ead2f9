/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what is made from the tables: the JSON Schema or a reference page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "config/schema/schema.h"

int main(int argc, char **argv) {
    json_set_alloc_funcs(g_malloc, g_free); /* which end the program where there is no memory */
    if (argc == 2 && strcmp(argv[1], "json") == 0) {
        schema_write_json(stdout);
    } else if (argc == 2 && strcmp(argv[1], "reference") == 0) {
        schema_write_reference(stdout);
    } else if (argc == 2 && strcmp(argv[1], "plan") == 0) {
        schema_write_plan_folder(stdout);
    } else if (argc == 2 && strcmp(argv[1], "compare") == 0) {
        schema_write_compare(stdout);
    } else {
        fputs("usage: banlie-schema json|reference|plan|compare\n", stderr);
        return EXIT_FAILURE;
    }
    return fflush(stdout) == 0 && ferror(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
