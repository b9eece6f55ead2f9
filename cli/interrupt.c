#include "cli/interrupt.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/exit_codes.h"

/* A signal handler can reach nothing but static data: the only variables of their kind. */
static volatile sig_atomic_t interrupted;
static int64_t first_ns;
static char unfinished[PATH_MAX];
static const FolderKind *unfinished_kind;

static const int watched[] = {SIGINT, SIGTERM, SIGHUP};

enum { N_WATCHED = sizeof watched / sizeof watched[0] };

/* timeout(1) and some shells send one signal twice; nobody presses Ctrl-C as fast as that. */
static const int64_t same_ns = 50 * 1000 * 1000;

static int64_t now_ns(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A terminal that goes away sends SIGHUP more than once, by its shell and by the kernel: that asks
 * for nothing more than the first did. */
static void on_signal(int number) {
    const int cause = errno;
    if (!interrupted) {
        first_ns = now_ns();
        interrupted = 1;
    } else if (number != SIGHUP && now_ns() - first_ns > same_ns) {
        if (unfinished[0] != '\0')
            (void)folder_drop(unfinished, unfinished_kind);
        _exit(EXIT_INTERRUPTED);
    }
    errno = cause;
}

static sigset_t watched_set(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < N_WATCHED; i++)
        sigaddset(&set, watched[i]);
    return set;
}

static int is_turned_off(int number) {
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

const volatile sig_atomic_t *interrupt_watch(void) {
    const struct sigaction action = {
        .sa_handler = on_signal, .sa_flags = SA_RESTART, .sa_mask = watched_set()};
    for (int i = 0; i < N_WATCHED; i++)
        if (watched[i] != SIGHUP || !is_turned_off(SIGHUP))
            sigaction(watched[i], &action, NULL);
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    return &interrupted;
}

void interrupt_hold(void) {
    const sigset_t set = watched_set();
    sigprocmask(SIG_BLOCK, &set, NULL);
}

void interrupt_release(void) {
    const sigset_t set = watched_set();
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void interrupt_remove(const char *folder, const FolderKind *kind) {
    const size_t length = folder == NULL ? 0 : strlen(folder);
    unfinished[0] = '\0';
    if (length < sizeof unfinished) {
        memcpy(unfinished, folder == NULL ? "" : folder, length + 1);
        unfinished_kind = kind;
    }
}
