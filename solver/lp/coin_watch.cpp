/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks on while CLP and CBC work. */
#include "solver/lp/coin_watch.h"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <OsiClpSolverInterface.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "base/outcome.h"

/* What the handles of the C interfaces are made of. */
class CMessageHandler;
class Cbc_MessageHandler;
#define CLP_EXTERN_C
#define CBC_EXTERN_C
#include <Coin_C_defines.h>

namespace {

/** A search goes on for so long after its clock has expired, in seconds, so that it can hand out
 * what it has; then it is broken off. */
const double PATIENCE_S = 0.4;

/** Stops the simplex of an LP. */
class SimplexWatch : public ClpEventHandler {
  public:
    explicit SimplexWatch(const Clock *clock) : clock_(clock) {
    }

    int event(Event event) override {
        return event == endOfIteration && clock_expired(clock_) ? STOP : GO_ON;
    }

    ClpEventHandler *clone() const override {
        return new SimplexWatch(*this);
    }

  private:
    enum { GO_ON = -1, STOP = 0 };

    const Clock *clock_;
};

/** Breaks a search off while it solves an LP. It must not stop that one: the search would take it
 * for infeasible. */
class PatienceWatch : public ClpEventHandler {
  public:
    explicit PatienceWatch(SearchWatch *watch) : watch_(watch) {
    }

    int event(Event event) override {
        if (event == endOfIteration && clock_expired(&watch_->clock)) {
            double now_s = clock_seconds(&watch_->clock);
            watch_->expired_s = std::fmin(watch_->expired_s, now_s);
            if (now_s > watch_->expired_s + PATIENCE_S) {
                throw OUTCOME_STOPPED;
            }
        }
        return -1;
    }

    ClpEventHandler *clone() const override {
        return new PatienceWatch(*this);
    }

  private:
    SearchWatch *watch_;
};

/** Ends a search, with what it has found. */
class NodeWatch : public CbcEventHandler {
  public:
    explicit NodeWatch(const Clock *clock) : clock_(clock) {
    }

    CbcAction event(CbcEvent) override {
        if (!clock_expired(clock_)) {
            return noAction;
        }
        model_->sayEventHappened();
        return stop;
    }

    CbcEventHandler *clone() const override {
        return new NodeWatch(*this);
    }

  private:
    const Clock *clock_;
};

} // namespace

void coin_watch_simplex(void *clp, const Clock *clock) {
    ClpSimplex *model = static_cast<Clp_Simplex *>(clp)->model_;
    const SimplexWatch watch(clock);
    model->passInEventHandler(&watch);
}

void coin_watch_search(void *cbc, SearchWatch *watch) {
    Cbc_Model *model = static_cast<Cbc_Model *>(cbc);
    const NodeWatch nodes(&watch->clock);
    const PatienceWatch patience(watch);
    model->model_->passInEventHandler(&nodes);
    model->solver_->getModelPtr()->passInEventHandler(&patience);
}
