/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  `--table-style` and `--headings`: the options of every command that writes tables. */
#ifndef BANLIE_CLI_FORM_OPTIONS_H
#define BANLIE_CLI_FORM_OPTIONS_H

#include "cli/options.h"
#include "config/plan_folder/table_form.h"

/** What was written on the command line. */
typedef struct {
    char *style;
    char *headings;
} FormOptions;

/** The rows of a command's table of options; `written` is a FormOptions. */
#define FORM_ENTRIES(written)                                                                      \
    {"table-style",                                                                                \
     0,                                                                                            \
     0,                                                                                            \
     G_OPTION_ARG_STRING,                                                                          \
     &(written).style,                                                                             \
     "CSV: plain, excel (times that spreadsheets read) or semicolon (and decimal commas)",         \
     "STYLE"},                                                                                     \
    {                                                                                              \
        "headings", 0, 0, G_OPTION_ARG_STRING, &(written).headings,                                \
            "Headings of CSV: en or zh (default en)", "LANG"                                       \
    }

/** Checks what was written; says what is wrong with it.
 *  @param form  its style and headings are set */
bool form_options_check(const char *command, const FormOptions *written, TableForm *form)
    __attribute__((warn_unused_result));

void form_options_free(FormOptions *written);

#endif
