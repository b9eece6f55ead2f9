#include "cli/interrupt.h"

#include <stddef.h>
#include <unistd.h>

#include "cli/exit_codes.h"

/* A signal handler can reach nothing but static data: the one variable of its kind. */
static volatile sig_atomic_t interrupted;

static void on_signal(int number) {
    (void)number;
    if (interrupted)
        _exit(EXIT_INTERRUPTED);
    interrupted = 1;
}

const volatile sig_atomic_t *interrupt_watch(void) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    return &interrupted;
}
