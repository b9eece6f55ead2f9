/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/property/feature.h"

int features_all(Feature features[MAX_FEATURES]) {
    const Feature *const topics[] = {network_features, cargo_features, rule_features,
                                     resource_features};
    int count = 0;
    for (size_t t = 0; t < sizeof topics / sizeof *topics; t++) {
        for (const Feature *feature = topics[t]; feature->name != NULL && count < MAX_FEATURES;
             feature++) {
            features[count++] = *feature;
        }
    }
    return count;
}
