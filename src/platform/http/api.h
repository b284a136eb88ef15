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
#include "platform/http/router.h"
#include "platform/identity/sessions.h"
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
  bool secure_cookie = true;
  std::size_t readers = 4;
};

// Called once, on any thread.
using Answer = std::function<void(Response)>;

class Api {
 public:
  Api(Surroundings surroundings, const Router& router);
  ~Api();

  void handle(Request request, Answer answer);

  // An answer to what was no request.
  Response turn_away(int status, const Refusal& refusal) const;

  // The limit of this request's body, before it is read.
  std::size_t body_max(Method method, std::string_view path) const;

  // Runs `next` of a long answer, which stays until `then`, in the reading pool. Nothing after the
  // last part; a refusal if the answer cannot be told to its end.
  using Part = Result<std::optional<std::string>>;
  void continue_answer(const NextPart& next, std::function<void(Part)> then);

  // Waits for what runs.
  void stop();

 private:
  struct Exchange;
  using ExchangePtr = std::shared_ptr<Exchange>;

  void start(const ExchangePtr& exchange);
  void read(const ExchangePtr& exchange);
  void prepare_write(const ExchangePtr& exchange);
  void write(const ExchangePtr& exchange);
  void run_blocking(const ExchangePtr& exchange);
  bool run_command(Exchange& exchange, storage::Transaction& tx) const;
  Result<Rendered> replay(Exchange& exchange, Work& work, bool& replayed) const;
  Result<void> authorise(Exchange& exchange, storage::Transaction& tx) const;
  Work work_for(const Exchange& exchange, storage::Transaction& tx) const;
  void touch(const Exchange& exchange);

  void finish(const ExchangePtr& exchange, Result<Rendered> result);
  void fail(const ExchangePtr& exchange, const storage::Failure& failure);
  void send(const ExchangePtr& exchange, Response response);
  Response refused(const Exchange& exchange, int status, const Refusal& refusal) const;

  Surroundings surroundings_;
  const Router& router_;
  boost::asio::thread_pool reading_;
  boost::asio::thread_pool slow_;
  std::atomic<int> slow_waiting_ = 0;
};

}  // namespace xb::http
