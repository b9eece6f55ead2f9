/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both outputs are read as they come, so that neither fills up while the other is waited for. */
#define _GNU_SOURCE // setpgid
#include "study/sweep/outside_command.h"

#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    N_OUTPUTS = 2,
    STOP_LOOK_MS = 200,        /**< between two looks at whether to stop */
    CHUNK_BYTES = 4096,        /**< read at a time */
    OUTPUT_BYTES_MAX = 1 << 20 /**< kept of each; more is no answer to what is asked here */
};

/** In the child: a group of its own keeps the terminal's Ctrl-C away from it. */
static void leave_group(gpointer user) {
    (void)user;
    (void)setpgid(0, 0);
    (void)signal(SIGPIPE, SIG_DFL);
}

/** Reads what there is. @return false at the end */
static bool read_chunk(int descriptor, GString *text) {
    char chunk[CHUNK_BYTES];
    const ssize_t got = read(descriptor, chunk, sizeof chunk);
    if (got > 0 && text->len < OUTPUT_BYTES_MAX) {
        g_string_append_len(text, chunk, got);
    }
    return got > 0 || (got < 0 && errno == EINTR);
}

/** Reads both to their ends, or until the stop, which ends the program. */
static void read_outputs(GPid pid, const int descriptors[N_OUTPUTS],
                         GString *const texts[N_OUTPUTS], const volatile sig_atomic_t *stop) {
    struct pollfd open[N_OUTPUTS] = {{.fd = descriptors[0], .events = POLLIN},
                                     {.fd = descriptors[1], .events = POLLIN}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (stop != NULL && *stop != 0) {
            (void)kill(pid, SIGKILL);
            return;
        }
        if (poll(open, N_OUTPUTS, STOP_LOOK_MS) <= 0) {
            continue;
        }
        for (int i = 0; i < N_OUTPUTS; i++) {
            if (open[i].fd >= 0 && open[i].revents != 0 && !read_chunk(open[i].fd, texts[i])) {
                open[i].fd = -1;
            }
        }
    }
}

static int status_of_end(GPid pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

CommandEnd outside_command(const char *const *words, const volatile sig_atomic_t *stop) {
    GString *texts[N_OUTPUTS] = {g_string_new(NULL), g_string_new(NULL)};
    int descriptors[N_OUTPUTS] = {-1, -1};
    GPid pid = 0;
    g_autoptr(GError) error = NULL;
    CommandEnd end = {.status = -1};
    end.begun = g_spawn_async_with_pipes(
        NULL, (char **)(uintptr_t)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
        leave_group, NULL, &pid, NULL, &descriptors[0], &descriptors[1], &error);
    if (end.begun) {
        read_outputs(pid, descriptors, texts, stop);
        end.status = status_of_end(pid);
        (void)close(descriptors[0]);
        (void)close(descriptors[1]);
    } else {
        g_string_assign(texts[1], error->message);
    }
    end.out = g_string_free(texts[0], FALSE);
    end.said = g_strchomp(g_string_free(texts[1], FALSE));
    return end;
}

void command_end_clear(CommandEnd *end) {
    g_free(end->out);
    g_free(end->said);
    *end = (CommandEnd){.status = -1};
}
