/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns GLib's abort for want of memory into one line and an exit status. */
#include "cli/memory_watch.h"

#include <glib.h>
#include <jansson.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/exit_codes.h"
#include "cli/interrupt.h"

/** A handler can reach nothing else. */
static volatile sig_atomic_t exit_of_memory = EXIT_INTERNAL;

void memory_watch_exit(int status) {
    exit_of_memory = status;
}

/** Ends the process at once, with nothing half-written left: no more memory is needed for it. */
static void end(void) {
    static const char line[] = "banlie: memory ran out\n";
    if (write(STDERR_FILENO, line, sizeof line - 1) < 0) {
        /* there is nobody left to tell */
    }
    interrupt_drop_unfinished();
    _exit((int)exit_of_memory);
}

/** All of GLib's fatal messages about memory say that it failed to allocate. */
static void on_message(const gchar *domain, GLogLevelFlags level, const gchar *message,
                       gpointer data) {
    if ((level & G_LOG_LEVEL_ERROR) != 0 &&
        (message == NULL || strstr(message, "allocate") != NULL || strstr(message, "memory"))) {
        end();
    }
    g_log_default_handler(domain, level, message, data);
}

/** GLib traps where it gets no memory even for its message. */
static void on_trap(int number) {
    (void)number;
    end();
}

void memory_watch(void) {
    struct sigaction action = {.sa_handler = on_trap};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTRAP, &action, NULL);
    /* Data that GLib keeps for each thread it gets at first use, and aborts where it cannot: here,
     * where an abort can mean nothing else. */
    sigaction(SIGABRT, &action, NULL);
    (void)g_get_charset(NULL);
    action.sa_handler = SIG_DFL;
    sigaction(SIGABRT, &action, NULL);
    g_log_set_default_handler(on_message, NULL);
    /* Jansson takes want of memory for a fault of the text that it reads. */
    json_set_alloc_funcs(g_malloc, g_free);
}
