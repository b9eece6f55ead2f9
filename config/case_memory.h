/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  What a case owns: its arrays and texts, patterns and time zones, all freed together. */
#ifndef BANLIE_CONFIG_CASE_MEMORY_H
#define BANLIE_CONFIG_CASE_MEMORY_H

#include <stddef.h>

#include "base/pattern.h"
#include "base/zone.h"

typedef struct CaseMemory CaseMemory;

CaseMemory *case_memory_new(void);
void case_memory_free(CaseMemory *memory);

/** Zeroed room for `count` things of `size` bytes. */
void *case_memory_array(CaseMemory *memory, size_t count, size_t size);

/** A copy of a text; equal texts share one. */
const char *case_memory_text(CaseMemory *memory, const char *text);

/** The pattern of a text, compiled once however often it is written.
 *  @param why  see pattern_new()
 *  @return NULL where the text is no pattern */
Pattern *case_memory_pattern(CaseMemory *memory, const char *text, Phrase **why)
    __attribute__((warn_unused_result));

Zones *case_memory_zones(CaseMemory *memory);

#endif
