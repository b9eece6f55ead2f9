/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a plan's folder beside its place, has it verified there, and puts it in place. */
#include "study/run/delivery.h"

#include <glib.h>

#include "base/atomic_dir.h"
#include "export/plan_writer.h"
#include "export/words/findings/finding_words.h"
#include "export/words/verify_words.h"

enum { ERROR_SIZE = 512 };

static Outcome refused(Delivery *delivery, Outcome outcome, char *why) {
    if (delivery->errors == NULL) {
        delivery->errors = g_ptr_array_new_with_free_func(g_free);
    }
    g_ptr_array_add(delivery->errors, why);
    return outcome;
}

static void guard_hold(const FolderGuard *guard) {
    if (guard->hold != NULL) {
        guard->hold(guard->user);
    }
}

static void guard_release(const FolderGuard *guard) {
    if (guard->release != NULL) {
        guard->release(guard->user);
    }
}

static void guard_unfinished(const FolderGuard *guard, const char *folder) {
    if (guard->unfinished != NULL) {
        guard->unfinished(folder, folder == NULL ? NULL : &PLAN_FOLDER, guard->user);
    }
}

static Outcome begin_folder(const DeliveryOrder *order, Delivery *delivery, AtomicDir **dir) {
    char error[ERROR_SIZE] = "";
    guard_hold(&order->guard);
    const AtomicDirStatus status =
        atomic_dir_begin(order->dir, order->lang == LANG_ZH ? &PLAN_FOLDER_CHINESE : &PLAN_FOLDER,
                         order->replace, dir, error, sizeof error);
    if (status == ATOMIC_DIR_OK) {
        guard_unfinished(&order->guard, atomic_dir_temporary(*dir));
    }
    guard_release(&order->guard);
    return status == ATOMIC_DIR_OK ? OUTCOME_DONE
                                   : refused(delivery, OUTCOME_UNWRITABLE, g_strdup(error));
}

/* Puts the folder in place, or gives it up where it was not filled. */
static Outcome end_folder(const DeliveryOrder *order, Delivery *delivery, AtomicDir *dir,
                          Outcome outcome) {
    char error[ERROR_SIZE] = "";
    guard_hold(&order->guard);
    guard_unfinished(&order->guard, NULL);
    if (outcome != OUTCOME_DONE) {
        atomic_dir_abandon(dir);
    } else if (atomic_dir_commit(dir, error, sizeof error) != ATOMIC_DIR_OK) {
        outcome = refused(delivery, OUTCOME_UNWRITABLE, g_strdup(error));
    } else {
        delivery->place = g_strdup(order->dir);
    }
    guard_release(&order->guard);
    return outcome;
}

static void drop_report(Delivery *delivery) {
    if (delivery->report != NULL) {
        verify_report_free(delivery->report);
        g_clear_pointer(&delivery->report, g_free);
    }
}

/* The plan as written has to stand up to the verifier before anybody sees it. */
static Outcome verify_folder(const Case *kase, const char *folder, Lang lang, Delivery *delivery) {
    drop_report(delivery);
    delivery->report = g_new0(VerifyReport, 1);
    PhraseWords *words = lang == LANG_ZH ? finding_words_chinese : finding_words_english;
    VerifyFormat *format = lang == LANG_ZH ? verify_words_chinese : NULL;
    switch (verify_plan_saying(kase, folder, words, format, delivery->report)) {
    case VERIFY_OK:
        return OUTCOME_DONE;
    case VERIFY_VIOLATED:
        return OUTCOME_UNVERIFIED;
    case VERIFY_UNREADABLE:
        break;
    }
    const char *why = delivery->report->unreadable;
    return refused(delivery, OUTCOME_UNREADABLE,
                   g_strdup(why == NULL ? "the plan cannot be read back" : why));
}

static Outcome fill_folder(const PlanView *view, const RunInfo *run, const DeliveryOrder *order,
                           Delivery *delivery, const char *folder) {
    char error[ERROR_SIZE] = "";
    Outcome outcome = plan_folder_write(view, run, &order->form, folder, error, sizeof error);
    if (outcome == OUTCOME_DONE && order->keep != NULL) {
        outcome = start_file_write(view->problem, order->keep, folder, error, sizeof error);
    }
    if (outcome == OUTCOME_UNWRITABLE) {
        return refused(delivery, outcome, g_strdup_printf("%s: %s", order->dir, error));
    }
    if (outcome != OUTCOME_DONE) {
        return OUTCOME_NO_MEMORY;
    }
    return plan_view_relaxed(view)
               ? OUTCOME_DONE
               : verify_folder(view->problem->kase, folder, order->lang, delivery);
}

static Outcome put_folder(const PlanView *view, const RunInfo *run, const DeliveryOrder *order,
                          Delivery *delivery) {
    AtomicDir *dir = NULL;
    const Outcome outcome = begin_folder(order, delivery, &dir);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    return end_folder(order, delivery, dir,
                      fill_folder(view, run, order, delivery, atomic_dir_temporary(dir)));
}

/* A plan that cannot be put where it was wanted is not thrown away: it goes beside, or where
 * temporary files go. The run has failed all the same, for whoever looks for the plan in its place.
 */
static Outcome put_elsewhere(const PlanView *view, const RunInfo *run, const DeliveryOrder *order,
                             Delivery *delivery, Outcome failure) {
    const char *parents[] = {NULL, g_get_tmp_dir()};
    for (size_t i = 0; i < G_N_ELEMENTS(parents); i++) {
        g_autofree char *place = atomic_dir_spare(order->dir, parents[i]);
        if (place == NULL) {
            continue;
        }
        const DeliveryOrder spare = {.dir = place,
                                     .form = order->form,
                                     .lang = order->lang,
                                     .keep = order->keep,
                                     .guard = order->guard};
        const Outcome outcome = put_folder(view, run, &spare, delivery);
        if (outcome == OUTCOME_DONE) {
            delivery->elsewhere = true;
            return failure;
        }
        if (outcome != OUTCOME_UNWRITABLE && outcome != OUTCOME_UNREADABLE) {
            return outcome;
        }
    }
    return failure;
}

Outcome delivery_check(const DeliveryOrder *order, Delivery *delivery) {
    AtomicDir *dir = NULL;
    /* Begun and given up again: the sure way to learn whether a folder can be made there. */
    const Outcome outcome = begin_folder(order, delivery, &dir);
    if (outcome == OUTCOME_DONE) {
        guard_hold(&order->guard);
        guard_unfinished(&order->guard, NULL);
        atomic_dir_abandon(dir);
        guard_release(&order->guard);
    }
    return outcome;
}

Outcome delivery_put(const PlanView *view, const RunInfo *run, const DeliveryOrder *order,
                     Delivery *delivery) {
    const Outcome outcome = put_folder(view, run, order, delivery);
    if (outcome == OUTCOME_UNWRITABLE || outcome == OUTCOME_UNREADABLE) {
        return put_elsewhere(view, run, order, delivery, outcome);
    }
    return outcome;
}

void delivery_clear(Delivery *delivery) {
    drop_report(delivery);
    if (delivery->errors != NULL) {
        g_ptr_array_unref(delivery->errors);
    }
    g_free(delivery->place);
    *delivery = (Delivery){0};
}
