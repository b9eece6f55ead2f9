/** @file
 *  Which parts of the format the program plans already. What it refuses as "not supported yet" is
 *  taken out of the random cases, and said; once it is planned, the cases have it. */
#ifndef BANLIE_TESTS_PROPERTY_SUPPORT_H
#define BANLIE_TESTS_PROPERTY_SUPPORT_H

#include "tests/property/loaded_case.h"
#include "tests/property/random_case.h"

enum { N_PARTS = 7 };

typedef struct {
    bool lacks[N_PARTS];
} Support;

/** Asks the program, with one case for each part; what it lacks is printed.
 *  @param folder  for the cases' file */
Support support_probe(const char *folder);

/** Takes out of the case what the program does not plan yet. */
void support_restrict(const Support *support, RandomCase *kase);

/** True where objectives are planned that are lists of goals. */
bool support_has_goals(const Support *support);

/** True where every part is planned. */
bool support_is_complete(const Support *support);

/** True where the program finds no other fault in a case than parts that are not supported yet. */
bool support_is_all_that_lacks(const LoadedCase *loaded);

#endif
