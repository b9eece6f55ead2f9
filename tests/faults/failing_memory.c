/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets one allocation of a program fail.
 *
 * FAIL_ALLOCATION=n    the n-th call of malloc, calloc or realloc answers NULL
 * COUNT_ALLOCATIONS=f  the number of calls made is written to the file f at the end
 *
 * Preloaded, it counts the calls of the program and of all libraries, from main() on: what
 * libraries make before is out of the program's hands. Linked to the program with WRAPPED (the
 * linker's --wrap), it counts those of our own code alone, which leaves the sanitizers' allocator
 * in place. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* RTLD_NEXT */
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef WRAPPED
#define OURS(name) __wrap_##name
#define REAL(name) __real_##name
#else
#define OURS(name) name
#define REAL(name) __libc_##name
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t nmemb, size_t size);
void *REAL(realloc)(void *ptr, size_t size);
void *OURS(malloc)(size_t size);
void *OURS(calloc)(size_t nmemb, size_t size);
void *OURS(realloc)(void *ptr, size_t size);

static int counting;
static long calls, failing_call;

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("FAIL_ALLOCATION");
    failing_call = text == NULL ? 0 : strtol(text, NULL, 10);
#ifdef WRAPPED
    counting = 1;
#endif
}

#ifndef WRAPPED
typedef int Main(int argc, char **argv, char **environment);
typedef int StartMain(Main *begun, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end);

StartMain __libc_start_main; // NOLINT(bugprone-reserved-identifier): the C library's own

static Main *program;

static int counted_main(int argc, char **argv, char **environment) {
    counting = 1;
    return program(argc, argv, environment);
}

/** Takes the place of the C library's, which each program begins with. */
int __libc_start_main(Main *begun, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end) {
    StartMain *next = NULL;
    *(void **)&next = dlsym(RTLD_NEXT, "__libc_start_main");
    program = begun;
    return next(counted_main, argc, argv, init, fini, rtld_fini, stack_end);
}
#endif

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("COUNT_ALLOCATIONS");
    counting = 0;
    int file = path == NULL ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
        dprintf(file, "%ld\n", calls);
        close(file);
    }
}

/** Counts a call; true where it is to fail. */
static int fails(void) {
    if (!counting) {
        return 0;
    }
    if (++calls != failing_call) {
        return 0;
    }
    errno = ENOMEM;
    return 1;
}

void *OURS(malloc)(size_t size) {
    return fails() ? NULL : REAL(malloc)(size);
}

void *OURS(calloc)(size_t nmemb, size_t size) {
    return fails() ? NULL : REAL(calloc)(nmemb, size);
}

void *OURS(realloc)(void *ptr, size_t size) {
    return fails() ? NULL : REAL(realloc)(ptr, size);
}
