/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file
 *  YAML text to nodes, through libyaml's events and guards of our own: libyaml itself takes any
 * depth (in quadratic time), any number of aliases and duplicate keys. */
#ifndef BANLIE_CONFIG_DOCUMENT_YAML_EVENTS_H
#define BANLIE_CONFIG_DOCUMENT_YAML_EVENTS_H

#include "config/document/document_memory.h"

enum { YAML_EVENTS_MAX = 2000000 /**< of one file */ };

/** Reads a YAML text of one document. Faults go to the findings, each with its place; reading ends
 * at the first that leaves the structure in doubt.
 *  @param file  name for places
 *  @return the root, NULL where there is none to go on with */
Node *yaml_read(DocumentReading *reading, const char *file, const char *text, size_t size);

#endif
