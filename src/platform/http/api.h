// From a request to its answer: route, caller, permission, transaction, rendering. Runs handlers on
// bounded pools and never on the socket's thread.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include <boost/asio/thread_pool.hpp>

#include "core/instant.h"
#include "platform/http/message.h"
#include "platform/http/pool.h"
#include "platform/http/router.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"
#include "platform/telemetry/metrics.h"

namespace xb::http {

// The wall clock, guarded: nothing while it cannot be trusted to write with.
using Clock = std::function<Instant()>;
using MayWrite = std::function<bool()>;

struct Surroundings {
  storage::Database& database;
  const sealing::Keyring& keys;
  const Texts& texts;
  telemetry::Metrics& metrics;
  Clock now;
  MayWrite may_write;
  Zone zone;
  std::size_t readers = 4;
  const workflow::Limits* limits = nullptr;
  const taxonomies::Book* taxonomies = nullptr;
};

// Called once, on any thread.
using Answer = std::function<void(Response)>;

class Api {
 public:
  Api(Surroundings surroundings, const Router& router);
  ~Api();

  // One request on its way.
  struct Exchange;
  using ExchangePtr = std::shared_ptr<Exchange>;

  // What is to be done with a request of which the head has been read.
  ExchangePtr meet(Request head) const;

  // The limit of its body.
  static std::size_t body_max(const Exchange& exchange);

  // Whether the body may be so large that `admit` has to be asked before it is read.
  static bool wants_admission(const Exchange& exchange);

  // Asks who sends a large body, and keeps a place for it as long as the exchange lives. The answer
  // if it must not be sent, or not now; else nothing.
  using Verdict = std::function<void(std::optional<Response>)>;
  void admit(const ExchangePtr& exchange, Verdict then);

  // Whether `take` gets the body of an admitted exchange, piece by piece, and `handle` nothing.
  static bool takes_pieces(const Exchange& exchange);
  // The answer if no more is to be sent; else nothing.
  void take(const ExchangePtr& exchange, std::string piece, Verdict then);

  void handle(ExchangePtr exchange, std::string body, Answer answer);
  // A request that came whole.
  void handle(Request request, Answer answer);

  // An answer to what was no request.
  Response turn_away(int status, const Refusal& refusal) const;

  // Runs `next` of a long answer, which stays until `then`, in the reading pool. Nothing after the
  // last part; a refusal if the answer cannot be told to its end.
  using Part = Result<std::optional<std::string>>;
  void continue_answer(const NextPart& next, std::function<void(Part)> then);

  // Waits for what runs.
  void stop();

 private:
  bool passes_head(const ExchangePtr& exchange);
  void read(const ExchangePtr& exchange);
  void prepare_write(const ExchangePtr& exchange);
  void queue_for_writer(const ExchangePtr& exchange);
  void write(const ExchangePtr& exchange);
  void run_in(Pool& pool, const ExchangePtr& exchange);
  bool run_command(Exchange& exchange, storage::Transaction& tx) const;
  std::optional<Result<Rendered>> replay(const Exchange& exchange, Work& work) const;
  Result<void> authorise(Exchange& exchange) const;
  Result<void> authorise(Exchange& exchange, storage::Transaction& tx) const;
  bool begin_file(const ExchangePtr& exchange);
  bool may_write() const;
  static std::shared_ptr<void> place_among(std::atomic<int>& taken, int places);
  Work work_for(const Exchange& exchange, storage::Transaction& tx) const;
  void touch(const Exchange& exchange);

  void finish(const ExchangePtr& exchange, Result<Rendered> result);
  void fail(const ExchangePtr& exchange, const storage::Failure& failure);
  void send(const ExchangePtr& exchange, Response response);
  void turn_down(const ExchangePtr& exchange, int status, const Refusal& refusal);
  void note_denial(const Exchange& exchange, const std::string& code) const;
  Response refused(const Exchange& exchange, int status, const Refusal& refusal) const;

  Surroundings surroundings_;
  const Router& router_;
  boost::asio::thread_pool reading_;
  Pool hashing_;
  Pool slow_;
  std::atomic<int> large_bodies_ = 0;
  std::atomic<int> coming_files_ = 0;
};

}  // namespace xb::http
