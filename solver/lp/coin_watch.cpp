/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks on while CLP and CBC work. */
#include "solver/lp/coin_watch.h"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpFactorization.hpp>
#include <ClpSimplex.hpp>
#include <CoinIndexedVector.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
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
class StopWatch : public ClpEventHandler {
  public:
    explicit StopWatch(SimplexWatch *watch) : watch_(watch) {
    }

    int event(Event event) override {
        if (event != endOfIteration) {
            return GO_ON;
        }
        int most = watch_->iterations_max;
        if (most > 0 && model_->numberIterations() >= most) {
            price();
            watch_->limited = true;
            return STOP;
        }
        return clock_expired(&watch_->clock) ? STOP : GO_ON;
    }

    ClpEventHandler *clone() const override {
        return new StopWatch(*this);
    }

  private:
    enum { GO_ON = -1, STOP = 0 };

    /** Solves for the prices at which no basic column gains or loses. */
    void price() {
        int rows = model_->numberRows(), columns = model_->numberColumns();
        ClpFactorization *factorization = model_->factorization();
        CoinIndexedVector prices, spare;
        prices.reserve(rows + factorization->maximumPivots());
        spare.reserve(rows + factorization->maximumPivots());
        for (int row = 0; row < rows; row++) {
            int basic = model_->pivotVariable()[row];
            if (basic < columns && model_->objective()[basic] != 0) {
                prices.insert(row, model_->objective()[basic]);
            }
        }
        factorization->updateColumnTranspose(&spare, &prices);
        std::copy(prices.denseVector(), prices.denseVector() + rows, watch_->dual);
    }

    SimplexWatch *watch_;
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

void coin_watch_simplex(void *clp, SimplexWatch *watch) {
    ClpSimplex *model = static_cast<Clp_Simplex *>(clp)->model_;
    const StopWatch stop(watch);
    model->passInEventHandler(&stop);
}

void coin_watch_search(void *cbc, SearchWatch *watch) {
    Cbc_Model *model = static_cast<Cbc_Model *>(cbc);
    const NodeWatch nodes(&watch->clock);
    const PatienceWatch patience(watch);
    model->model_->passInEventHandler(&nodes);
    model->solver_->getModelPtr()->passInEventHandler(&patience);
}
