/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libyaml's events become calls to the tree; what a case may not hold is refused. */
#include "config/document/yaml_events.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

#include "base/out_of_memory.h"
#include "base/plain_text.h"
#include "base/text_file.h"
#include "config/document/yaml_tree.h"
#include "config/finding_codes.h"

/** A YAML text being read. */
typedef struct {
    DocumentReading *reading;
    const char *file; /**< name for places */
    YamlTree *tree;
    const char *text, *end;
    int events;
} YamlReading;

static Place mark_place(const YamlReading *reader, yaml_mark_t mark) {
    return (Place){reader->file, (int)mark.line + 1, (int)mark.column + 1};
}

/** The text of a scalar. Control characters come from escapes ("\\u001b") and from blocks of
 * several lines: they are an error and left out. */
static const char *scalar_text(const YamlReading *reader, Place place, const yaml_event_t *event) {
    const char *raw = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length, kept = 0;
    char *text = arena_text(reader->reading->arena, raw, length);
    for (size_t i = 0; i < length;) {
        size_t control = text_control_length(raw + i);
        if (control == 0) {
            text[kept++] = raw[i++];
            continue;
        }
        if (kept == i) { /* the first one */
            finding_error(reader->reading->findings, place, FINDING_YAML_CONTROL,
                          phrase_hex(g_utf8_get_char(raw + i), 4));
        }
        i += control;
    }
    text[kept] = '\0';
    return text;
}

static void take_scalar(YamlReading *reader, const yaml_event_t *event) {
    Node *node = node_new(reader->reading, NODE_SCALAR, mark_place(reader, event->start_mark));
    node->text = scalar_text(reader, node->place, event);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    yaml_tree_scalar(reader->tree, node, (const char *)event->data.scalar.anchor);
}

/** Explicit types would override the schema's. */
static bool has_tag(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.tag != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.tag != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.tag != NULL;
    default:
        return false;
    }
}

static void take_event(YamlReading *reader, const yaml_event_t *event) {
    Place place = mark_place(reader, event->start_mark);
    if (++reader->events > YAML_EVENTS_MAX) {
        yaml_tree_fail(reader->tree, place, &PHRASE(FINDING_YAML_VALUES, YAML_EVENTS_MAX));
        return;
    }
    if (has_tag(event)) {
        yaml_tree_fail(reader->tree, place, &PHRASE(FINDING_YAML_TAG));
        return;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        yaml_tree_alias(reader->tree, place, (const char *)event->data.alias.anchor);
        break;
    case YAML_SEQUENCE_START_EVENT:
        yaml_tree_open(reader->tree, NODE_LIST, place,
                       (const char *)event->data.sequence_start.anchor);
        break;
    case YAML_MAPPING_START_EVENT:
        yaml_tree_open(reader->tree, NODE_MAP, place,
                       (const char *)event->data.mapping_start.anchor);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        yaml_tree_close(reader->tree);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (yaml_tree_root(reader->tree) != NULL) {
            yaml_tree_fail(reader->tree, place, &PHRASE(FINDING_YAML_SECOND));
        }
        break;
    default:
        break;
    }
}

/** A line of the text; NULL beyond its end. @param number  from 0 */
static const char *text_line(const YamlReading *reader, size_t number) {
    const char *line = reader->text;
    for (; number > 0 && line != NULL; number--) {
        line = memchr(line, '\n', (size_t)(reader->end - line));
        line = line == NULL ? NULL : line + 1;
    }
    return line;
}

/** Finds the first full-width mark of YAML, or foreign blank, outside quotes and comments of a
 * line.
 * @return false where there is none */
static bool find_wide_mark(const char *line, const char *end, Place *place, WideCharacter *wide) {
    char quote = '\0';
    const char *eol = memchr(line, '\n', (size_t)(end - line));
    g_autofree char *text = g_strndup(line, (gsize)((eol == NULL ? end : eol) - line));
    for (const char *at = text; *at != '\0' && (*at != '#' || quote != '\0');
         at = character_next(at)) {
        if (*at == '"' || *at == '\'') {
            quote = quote == *at ? '\0' : quote == '\0' ? *at : quote;
        }
        if (quote == '\0' && wide_character_at(at, wide) &&
            strchr(":,[]{}\"' ", wide->plain) != NULL) {
            wide->at = (size_t)(at - text);
            place->column = text_characters(text, wide->at) + 1;
            return true;
        }
    }
    return false;
}

/** Where libyaml stumbles, in this line or over the end of the one before, a mark written in full
 * width is the likely cause. @return false where there is none */
static bool fail_for_wide_mark(YamlReading *reader, size_t number) {
    for (int back = 0; back < 2 && (size_t)back <= number; back++) {
        Place place = place_at(reader->file, (int)number + 1 - back, 1);
        WideCharacter wide;
        const char *line = text_line(reader, number - (size_t)back);
        if (line != NULL && find_wide_mark(line, reader->end, &place, &wide)) {
            const char plain[] = {wide.plain, '\0'};
            yaml_tree_fail(reader->tree, place,
                           wide.plain == ' '
                               ? &PHRASE(FINDING_BLANK_YAML, phrase_hex(wide.code, 4))
                               : &PHRASE(FINDING_WIDE_YAML, phrase_cut(wide.text, 8),
                                         phrase_hex(wide.code, 4), phrase_cut(plain, 1)));
            return true;
        }
    }
    return false;
}

/** libyaml's own fault, in one line. */
static void fail_syntax(YamlReading *reader, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR || parser->error == YAML_NO_ERROR) {
        out_of_memory(); /* libyaml does not always name it */
    }
    yaml_mark_t mark = parser->problem_mark;
    if (fail_for_wide_mark(reader, mark.line)) {
        return;
    }
    Place place = {reader->file, (int)mark.line + 1, (int)mark.column + 1};
    const PhraseArg problem =
        parser->problem != NULL ? phrase_text(parser->problem) : phrase_word(REASON_YAML_UNSAID);
    if (parser->context != NULL && parser->context_mark.line != mark.line) {
        yaml_tree_fail(reader->tree, place,
                       &PHRASE(FINDING_YAML_SYNTAX_WITHIN, problem, parser->context,
                               (int)parser->context_mark.line + 1));
    } else {
        yaml_tree_fail(reader->tree, place, &PHRASE(FINDING_YAML_SYNTAX, problem));
    }
}

static void read_events(YamlReading *reader, yaml_parser_t *parser) {
    bool more = true;
    while (more && !yaml_tree_failed(reader->tree)) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            fail_syntax(reader, parser);
            return;
        }
        more = event.type != YAML_STREAM_END_EVENT;
        take_event(reader, &event);
        yaml_event_delete(&event);
    }
}

/** Refuses %TAG lines beforehand: libyaml compares each with all before it. */
static void refuse_tag_lines(YamlReading *reader, const char *text, size_t size) {
    const char *end = text + size;
    int number = 1;
    for (const char *line = text; line != NULL && end - line >= 4; number++) {
        if (memcmp(line, "%TAG", 4) == 0) {
            yaml_tree_fail(reader->tree, place_at(reader->file, number, 1),
                           &PHRASE(FINDING_YAML_TAG_LINE));
            return;
        }
        line = memchr(line, '\n', (size_t)(end - line));
        line = line == NULL ? NULL : line + 1;
    }
}

Node *yaml_read(DocumentReading *reading, const char *file, const char *text, size_t size) {
    YamlReading reader = {.reading = reading,
                          .file = file,
                          .tree = yaml_tree_new(reading),
                          .text = text,
                          .end = text + size};
    refuse_tag_lines(&reader, text, size);
    yaml_parser_t parser;
    if (!yaml_tree_failed(reader.tree)) {
        if (!yaml_parser_initialize(&parser)) {
            out_of_memory();
        }
        yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
        read_events(&reader, &parser);
        yaml_parser_delete(&parser);
    }
    const bool failed = yaml_tree_failed(reader.tree);
    Node *root = failed ? NULL : yaml_tree_root(reader.tree);
    if (root == NULL && !failed) {
        finding_error(reading->findings, place_at(file, 1, 1), FINDING_FILE_EMPTY);
    }
    yaml_tree_free(reader.tree);
    return root;
}
