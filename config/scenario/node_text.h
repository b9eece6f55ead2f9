/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  Values of a document as text again. */
#ifndef BANLIE_CONFIG_SCENARIO_NODE_TEXT_H
#define BANLIE_CONFIG_SCENARIO_NODE_TEXT_H

#include "config/document/node.h"

/** A value in one line, as YAML could have it: a text as it is, `[a, b]`, `{key: value}`; to be
 *  freed with g_free(). */
char *node_text(const Node *node) __attribute__((warn_unused_result, returns_nonnull));

#endif
