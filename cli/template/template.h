/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  The commented starting case that `banlie new` writes: cli/template/case.yaml, carried in the
 *  program. */
#ifndef BANLIE_CLI_TEMPLATE_TEMPLATE_H
#define BANLIE_CLI_TEMPLATE_TEMPLATE_H

#include <stddef.h>

extern const char case_template[]; /**< ended by a zero byte */
extern const size_t case_template_size;

#endif
