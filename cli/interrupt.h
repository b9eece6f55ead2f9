/** @file
 *  Ctrl-C: the first one asks for the best plan so far, a second one ends at once. */
#ifndef BANLIE_CLI_INTERRUPT_H
#define BANLIE_CLI_INTERRUPT_H

#include <signal.h>

/** Takes SIGINT and SIGTERM over.
 *  @return a flag that becomes 1 with the first of them */
const volatile sig_atomic_t *interrupt_watch(void);

#endif
