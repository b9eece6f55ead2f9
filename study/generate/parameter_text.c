/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of parameters, read and written: whole numbers, shares, dates, lists of features. */
#include "study/generate/parameter_text.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/date_text.h"
#include "base/values.h"

enum { THOUSAND = 1000 };

static const char *const FEATURE_NAMES[N_CASE_FEATURES] = {
    [FEATURE_RAKES] = "rakes",     [FEATURE_EQUIPMENT] = "equipment", [FEATURE_FEEDERS] = "feeders",
    [FEATURE_CLASSES] = "classes", [FEATURE_TIERS] = "tiers",         [FEATURE_MUST] = "must",
    [FEATURE_LIMITS] = "limits",   [FEATURE_BALANCE] = "balance",
};

static bool count_value(const Parameter *parameter, const char *text, int64_t *value) {
    guint64 count = 0;
    if (!g_ascii_string_to_unsigned(text, 10, (guint64)parameter->least, (guint64)parameter->most,
                                    &count, NULL)) {
        return false;
    }
    *value = (int64_t)count;
    return true;
}

/* In thousandths: what is written finer is refused, not rounded, for the case would say otherwise.
 */
static bool share_value(const Parameter *parameter, const char *text, int64_t *value) {
    double share = 0;
    if (number_parse(text, &share) != FAULT_NONE) {
        return false;
    }
    const double thousandths = round(share * THOUSAND);
    if (!(thousandths >= (double)parameter->least && thousandths <= (double)parameter->most) ||
        thousandths / THOUSAND != share) {
        return false;
    }
    *value = (int64_t)thousandths;
    return true;
}

static bool date_value(const Parameter *parameter, const char *text, int64_t *value) {
    Date date = 0;
    if (date_parse(text, &date) != FAULT_NONE || date < parameter->least ||
        date > parameter->most) {
        return false;
    }
    *value = date;
    return true;
}

static bool feature_add(const char *name, int64_t *value) {
    for (int i = 0; i < N_CASE_FEATURES; i++) {
        if (strcmp(name, FEATURE_NAMES[i]) == 0) {
            *value |= 1 << i;
            return true;
        }
    }
    return false;
}

static bool features_value(const char *text, int64_t *value) {
    char **names = g_strsplit(text, ",", -1);
    int64_t found = 0;
    bool known = names[0] != NULL;
    for (int i = 0; known && names[i] != NULL; i++) {
        known = feature_add(names[i], &found);
    }
    g_strfreev(names);
    if (known) {
        *value = found;
    }
    return known;
}

bool parameter_parse(ParameterId id, const char *text, int64_t *value) {
    const Parameter *parameter = parameter_at(id);
    switch (parameter->type) {
    case PARAMETER_COUNT:
        return count_value(parameter, text, value);
    case PARAMETER_SHARE:
        return share_value(parameter, text, value);
    case PARAMETER_DATE:
        return date_value(parameter, text, value);
    case PARAMETER_FEATURES:
        break;
    }
    return features_value(text, value);
}

char *parameter_range_text(ParameterId id) {
    const Parameter *parameter = parameter_at(id);
    g_autofree char *least = NULL;
    g_autofree char *most = NULL;
    if (parameter->type != PARAMETER_FEATURES) {
        least = parameter_value_text(id, parameter->least);
        most = parameter_value_text(id, parameter->most);
    }
    switch (parameter->type) {
    case PARAMETER_COUNT:
        return g_strdup_printf("a whole number from %s to %s", least, most);
    case PARAMETER_SHARE:
        return g_strdup_printf("a number from %s to %s with at most three decimals", least, most);
    case PARAMETER_DATE:
        return g_strdup_printf("a date from %s to %s", least, most);
    case PARAMETER_FEATURES:
        break;
    }
    g_autofree char *whole = parameter_value_text(id, (1 << N_CASE_FEATURES) - 1);
    return g_strdup_printf("a list out of %s", whole);
}

static char *share_text(int64_t thousandths) {
    char *text =
        g_strdup_printf("%d.%03d", (int)(thousandths / THOUSAND), (int)(thousandths % THOUSAND));
    size_t length = strlen(text);
    while (text[length - 1] == '0') {
        text[--length] = '\0';
    }
    if (text[length - 1] == '.') {
        text[length - 1] = '\0';
    }
    return text;
}

static char *features_text(int64_t features) {
    GString *text = g_string_new(NULL);
    for (int i = 0; i < N_CASE_FEATURES; i++) {
        if ((features >> i & 1) != 0) {
            g_string_append_printf(text, "%s%s", text->len > 0 ? "," : "", FEATURE_NAMES[i]);
        }
    }
    return g_string_free(text, FALSE);
}

char *parameter_value_text(ParameterId id, int64_t value) {
    char date[DATE_TEXT_SIZE];
    switch (parameter_at(id)->type) {
    case PARAMETER_COUNT:
        return g_strdup_printf("%" G_GINT64_FORMAT, value);
    case PARAMETER_SHARE:
        return share_text(value);
    case PARAMETER_DATE:
        return g_strdup(date_format((Date)value, date));
    case PARAMETER_FEATURES:
        break;
    }
    return features_text(value);
}

char *parameters_text(const Parameters *parameters) {
    GString *text = g_string_new("--kind ");
    g_string_append(text, generate_kind_name(parameters->kind));
    for (int i = 0; i < N_PARAMETERS; i++) {
        const Parameter *parameter = parameter_at((ParameterId)i);
        if (parameter->defaults[parameters->kind] == PARAMETER_UNKNOWN) {
            continue;
        }
        g_autofree char *value = parameter_value_text((ParameterId)i, parameters->values[i]);
        if (value[0] != '\0') {
            g_string_append_printf(text, " --%s %s", parameter->name, value);
        }
    }
    return g_string_free(text, FALSE);
}
