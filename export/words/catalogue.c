/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks texts up in catalogues. */
#include "export/words/catalogue.h"

#include <string.h>

const char *catalogue_chinese(const CatalogueEntry *catalogue, const char *english) {
    for (const CatalogueEntry *entry = catalogue; entry->english != NULL; entry++) {
        if (strcmp(entry->english, english) == 0) {
            return entry->chinese;
        }
    }
    return english;
}
