/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What findings say, as codes of phrases, each with what stands in its gaps. Their words stand in
 * export/words/findings. The codes follow on those of base/fault.h. */
#ifndef BANLIE_CONFIG_FINDING_CODES_H
#define BANLIE_CONFIG_FINDING_CODES_H

#include "base/fault.h"

enum { N_FINDING_CODES = N_FAULTS };

#endif
