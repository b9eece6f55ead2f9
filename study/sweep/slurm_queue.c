/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slurm's programs are asked as a person would ask them: there is no library to lean on. */
#include "study/sweep/slurm_queue.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "study/sweep/outside_command.h"

/** What squeue says of a job that is over for so long that it is forgotten. */
static const char FORGOTTEN[] = "Invalid job id";

bool slurm_is_there(void) {
    g_autofree char *path = g_find_program_in_path("sbatch");
    return path != NULL;
}

int slurm_array_max(const volatile sig_atomic_t *stop) {
    static const char *const words[] = {"scontrol", "show", "config", NULL};
    static const char key[] = "\nMaxArraySize";
    CommandEnd end = outside_command(words, stop);
    const char *at = strstr(end.out, key);
    at = at == NULL ? NULL : strchr(at, '=');
    const gint64 size = at == NULL ? 0 : g_ascii_strtoll(at + 1, NULL, 10);
    command_end_clear(&end);
    return size > 0 && size < G_MAXINT ? (int)size : 0;
}

char *slurm_submit(const char *const *words, char **said) {
    CommandEnd end = outside_command(words, NULL); /* a job handed in has to be known */
    const size_t digits = strspn(end.out, "0123456789");
    char *job = end.status == 0 && digits > 0 ? g_strndup(end.out, digits) : NULL;
    *said = job != NULL ? NULL : g_strdup(end.said[0] != '\0' ? end.said : end.out);
    command_end_clear(&end);
    return job;
}

/** The last line, which says what the ones before came to. */
static char *last_line(const char *text) {
    const char *at = strrchr(text, '\n');
    return g_strdup(at == NULL ? text : at + 1);
}

QueueState slurm_look(const char *job, const volatile sig_atomic_t *stop, char **said) {
    const char *const words[] = {"squeue", "-h", "-j", job, NULL};
    CommandEnd end = outside_command(words, stop);
    QueueState state = QUEUE_SILENT;
    if (end.status == 0) {
        state = g_strstrip(end.out)[0] != '\0' ? QUEUE_HAS : QUEUE_LEFT;
    } else if (strstr(end.said, FORGOTTEN) != NULL) {
        state = QUEUE_LEFT;
    }
    *said = state == QUEUE_SILENT ? last_line(end.said) : NULL;
    command_end_clear(&end);
    return state;
}
