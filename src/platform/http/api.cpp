#include "platform/http/api.h"

#include <sys/resource.h>
#include <sys/syscall.h>

#include <boost/asio/post.hpp>
#include <unistd.h>

#include "core/encoding.h"
#include "platform/http/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"
#include "platform/telemetry/log.h"

namespace xb::http {
namespace {

// What goes nowhere is still read, so that its sender gets the answer.
constexpr std::size_t unrouted_body_max = 1 << 20;
constexpr std::size_t slow_threads = 2;
constexpr int slow_waiting_max = 64;
constexpr std::size_t idempotency_key_max = 200;

std::string cookie(std::string_view header, std::string_view wanted) {
  while (!header.empty()) {
    std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(pair.size() + 1, header.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.size() > wanted.size() && pair.starts_with(wanted) && pair[wanted.size()] == '=')
      return std::string{pair.substr(wanted.size() + 1)};
  }
  return {};
}

// The version in `If-Match: "7"`; nothing for `*` or no header.
Result<std::optional<std::int64_t>> version_in(std::string_view if_match) {
  if (if_match.empty() || if_match == "*") return std::optional<std::int64_t>{};
  if (if_match.size() < 3 || if_match.front() != '"' || if_match.back() != '"')
    return refuse(Reason::invalid, "http.if_match", "If-Match");
  const auto number = typed::path_id(std::string{if_match.substr(1, if_match.size() - 2)});
  if (!number) return refuse(Reason::invalid, "http.if_match", "If-Match");
  return std::optional<std::int64_t>{*number};
}

std::string hash_of(const Request& request) {
  std::string text{name(request.method)};
  text += ' ';
  text += request.path;
  text += '\n';
  text += request.body;
  return hex(sealing::sha256(text));
}

// Long work must not slow the rest: these threads get the processor last.
void lower_priority() { setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10); }

struct Trouble {
  int status;
  const char* code;
};

Trouble trouble_of(storage::Fault fault) {
  using storage::Fault;
  switch (fault) {
    case Fault::busy:
    case Fault::serialization: return {503, "storage.busy"};
    case Fault::full: return {503, "storage.full"};
    case Fault::io:
    case Fault::lost: return {503, "storage.unavailable"};
    case Fault::memory: return {503, "storage.memory"};
    case Fault::read_only: return {503, "storage.read_only"};
    case Fault::corrupt: return {503, "storage.corrupt"};
    case Fault::unknown: return {503, "outcome_unknown"};
    case Fault::clock: return {503, "clock"};
    case Fault::schema: return {503, "storage.schema"};
    case Fault::constraint:
    case Fault::other: return {500, "internal"};
  }
  std::abort();
}

void tell_of(const storage::Failure& failure, std::string_view request_id) {
  telemetry::log(telemetry::Severity::alarm, "http.failed",
                 {{"request_id", request_id},
                  {"fault", storage::name(failure.fault())},
                  {"code", failure.code()},
                  {"statement", failure.statement()}});
}

}  // namespace

// One request on its way. Handed from pool to pool, never used by two threads at once.
struct Api::Exchange {
  Request request;
  Answer answer;
  const Route* route = nullptr;
  std::chrono::steady_clock::time_point started_at = std::chrono::steady_clock::now();
  Instant now;
  std::optional<identity::Session> session;
  std::optional<std::int64_t> if_version;
  std::string idempotency_key;
  std::optional<Result<Rendered>> result;
};

Api::Api(Surroundings surroundings, const Router& router)
    : surroundings_(std::move(surroundings)),
      router_(router),
      reading_(surroundings_.readers),
      slow_(slow_threads) {
  for (std::size_t i = 0; i < slow_threads; ++i) boost::asio::post(slow_, lower_priority);
}

Api::~Api() { stop(); }

void Api::stop() {
  reading_.join();
  slow_.join();
}

std::size_t Api::body_max(Method method, std::string_view path) const {
  std::vector<std::string> parameters;
  std::string allowed;
  const Route* route = router_.match(method, path, parameters, allowed);
  return route == nullptr ? unrouted_body_max : route->body_max;
}

Response Api::turn_away(int status, const Refusal& refusal) const {
  return problem(surroundings_.texts, Language::zh_cn, status, refusal);
}

void Api::continue_answer(const NextPart& next, std::function<void(Part)> then) {
  boost::asio::post(reading_, [&next, then = std::move(then)] {
    Part part;
    try {
      part = next();
    } catch (...) {
      const storage::Failure failure = storage::current_failure();
      tell_of(failure, "");
      part = refuse(Reason::conflict, trouble_of(failure.fault()).code);
    }
    then(std::move(part));
  });
}

void Api::handle(Request request, Answer answer) {
  auto exchange = std::make_shared<Exchange>();
  exchange->request = std::move(request);
  exchange->answer = std::move(answer);
  exchange->now = surroundings_.now();
  start(exchange);
}

void Api::start(const ExchangePtr& exchange) {
  Request& request = exchange->request;
  std::string allowed;
  exchange->route = router_.match(request.method, request.path, request.parameters, allowed);
  if (exchange->route == nullptr) {
    if (allowed.empty())
      return send(exchange, refused(*exchange, 404, {Reason::missing, "http.not_found", {}}));
    Response response = refused(*exchange, 405, {Reason::invalid, "http.method_not_allowed", {}});
    response.headers.emplace_back("Allow", allowed);
    return send(exchange, std::move(response));
  }
  const Route& route = *exchange->route;
  if (route.access.kind == Access::Kind::local && !request.is_local)
    return send(exchange, refused(*exchange, 404, {Reason::missing, "http.not_found", {}}));
  const bool has_body = !request.body.empty();
  const auto media = request.header("content-type");
  if (has_body && route.takes_json && media.substr(0, media.find(';')) != "application/json")
    return send(exchange, refused(*exchange, 415, {Reason::invalid, "http.media_type", {}}));
  // A read is asked with GET only; what changes something needs the token that only our pages know.
  exchange->request.token = cookie(request.header("cookie"), "__Host-sid");
  const bool changes = request.method != Method::get && request.method != Method::head;
  if (changes && !exchange->request.token.empty() && route.access.kind != Access::Kind::anyone) {
    const auto site = request.header("sec-fetch-site");
    const bool own_site = site.empty() || site == "same-origin" || site == "none";
    if (!own_site || !sealing::equal_in_constant_time(
                         request.header("x-csrf-token"),
                         identity::csrf_token(surroundings_.keys, exchange->request.token)))
      return send(exchange, refused(*exchange, 403, {Reason::forbidden, "session.csrf", {}}));
  }
  switch (route.runs) {
    case Runs::reading: return boost::asio::post(reading_, [this, exchange] { read(exchange); });
    case Runs::writing:
      return boost::asio::post(reading_, [this, exchange] { prepare_write(exchange); });
    case Runs::blocking: return run_blocking(exchange);
    case Runs::at_once: {
      auto response = route.blocking(exchange->request);
      if (!response) return finish(exchange, tl::unexpected(std::move(response).error()));
      return send(exchange, std::move(*response));
    }
  }
}

Result<void> Api::authorise(Exchange& exchange, storage::Transaction& tx) const {
  const Access& access = exchange.route->access;
  if (access.kind == Access::Kind::anyone || access.kind == Access::Kind::local) return {};
  if (!exchange.request.token.empty())
    exchange.session = identity::session_of(tx, exchange.request.token, exchange.now);
  if (!exchange.session) return refuse(Reason::unauthenticated, "session.missing");
  exchange.request.caller = exchange.session;
  if (access.permission && !identity::may(exchange.session->person.post, *access.permission))
    return refuse(Reason::forbidden, "permission.missing");
  return {};
}

Work Api::work_for(const Exchange& exchange, storage::Transaction& tx) const {
  Actor actor{{}, Scope::whole_bank(), {}};
  if (exchange.session) actor = exchange.session->actor();
  return {.tx = tx,
          .keys = surroundings_.keys,
          .actor = actor,
          .now = exchange.now,
          .zone = surroundings_.zone,
          .id = hex(sealing::random_bytes(16)),
          .if_version = exchange.if_version};
}

void Api::read(const ExchangePtr& exchange) {
  try {
    std::optional<Result<Rendered>> result;
    surroundings_.database.read([&](storage::Transaction& tx) {
      if (auto allowed = authorise(*exchange, tx); !allowed) {
        result = tl::unexpected(std::move(allowed).error());
        return;
      }
      Work work = work_for(*exchange, tx);
      result = exchange->route->handler(work, exchange->request);
    });
    touch(*exchange);
    finish(exchange, std::move(*result));
  } catch (...) {
    fail(exchange, storage::current_failure());
  }
}

// Everything about a command that needs no writer is done before it queues for one.
void Api::prepare_write(const ExchangePtr& exchange) {
  try {
    Result<void> allowed;
    surroundings_.database.read(
        [&](storage::Transaction& tx) { allowed = authorise(*exchange, tx); });
    if (!allowed) return finish(exchange, tl::unexpected(std::move(allowed).error()));
  } catch (...) {
    return fail(exchange, storage::current_failure());
  }
  auto version = version_in(exchange->request.header("if-match"));
  if (!version) return finish(exchange, tl::unexpected(std::move(version).error()));
  exchange->if_version = *version;
  exchange->idempotency_key = exchange->request.header("idempotency-key");
  if (exchange->idempotency_key.size() > idempotency_key_max)
    return finish(exchange, refuse(Reason::invalid, "idempotency.key", "Idempotency-Key"));
  if (surroundings_.may_write && !surroundings_.may_write())
    return fail(exchange, storage::Failure(storage::Fault::clock, "", ""));
  touch(*exchange);
  write(exchange);
}

void Api::write(const ExchangePtr& exchange) {
  surroundings_.database.submit(
      storage::Lane::interactive,
      [this, exchange](storage::Transaction& tx) { return run_command(*exchange, tx); },
      [this, exchange](const std::optional<storage::Failure>& failure) {
        if (failure) return fail(exchange, *failure);
        finish(exchange, std::move(*exchange->result));
      });
}

// May run more than once. True if there is something to commit.
bool Api::run_command(Exchange& exchange, storage::Transaction& tx) const {
  Work work = work_for(exchange, tx);
  const Route& route = *exchange.route;
  const bool remembers = route.replay != nullptr && !exchange.idempotency_key.empty();
  if (!remembers) {
    exchange.result = route.handler(work, exchange.request);
    return exchange.result->has_value();
  }
  bool replayed = false;
  exchange.result = replay(exchange, work, replayed);
  if (replayed) return false;
  exchange.result = route.handler(work, exchange.request);
  if (!exchange.result->has_value()) return false;
  const IdempotencyRow row{work.actor.person.number,  exchange.idempotency_key,     route.operation,
                           hash_of(exchange.request), (*exchange.result)->resource, work.now};
  if (!insert(tx, row)) throw storage::Failure(storage::Fault::serialization, "key", "idempotency");
  return true;
}

// What an earlier request with the same key made, as it is shown today.
Result<Rendered> Api::replay(Exchange& exchange, Work& work, bool& replayed) const {
  const auto row = find_idempotency(work.tx, work.actor.person, exchange.idempotency_key);
  replayed = row.has_value();
  if (!row) return Rendered{};
  if (row->request_hash != hash_of(exchange.request) || row->operation != exchange.route->operation)
    return refuse(Reason::invalid, "idempotency.reused", "Idempotency-Key");
  return exchange.route->replay(work, row->resource_id);
}

void Api::run_blocking(const ExchangePtr& exchange) {
  if (slow_waiting_.fetch_add(1) >= slow_waiting_max) {
    --slow_waiting_;
    return fail(exchange, storage::Failure(storage::Fault::busy, "slow", ""));
  }
  boost::asio::post(slow_, [this, exchange] {
    --slow_waiting_;
    try {
      Result<void> allowed;
      surroundings_.database.read(
          [&](storage::Transaction& tx) { allowed = authorise(*exchange, tx); });
      if (!allowed) return finish(exchange, tl::unexpected(std::move(allowed).error()));
      auto response = exchange->route->blocking(exchange->request);
      if (!response) return finish(exchange, tl::unexpected(std::move(response).error()));
      send(exchange, std::move(*response));
    } catch (...) {
      fail(exchange, storage::current_failure());
    }
  });
}

// Keeps a session alive while it is used, once a minute.
void Api::touch(const Exchange& exchange) {
  if (!exchange.session || !identity::wants_touch(*exchange.session, exchange.now)) return;
  const std::string token_hash = exchange.session->token_hash;
  surroundings_.database.submit(
      storage::Lane::interactive,
      [token_hash, now = exchange.now](storage::Transaction& tx) {
        identity::touch_session(tx, token_hash, now);
        return true;
      },
      [](const std::optional<storage::Failure>&) {});
}

void Api::finish(const ExchangePtr& exchange, Result<Rendered> result) {
  if (!result) return send(exchange, refused(*exchange, status_of(result.error()), result.error()));
  if (result->whole) return send(exchange, std::move(*result->whole));
  Response response;
  response.status = result->status;
  response.body = std::move(result->body);
  if (!result->etag.empty()) {
    const std::string etag = "\"" + result->etag + "\"";
    response.headers.emplace_back("ETag", etag);
    if (exchange->route->runs == Runs::reading &&
        exchange->request.header("if-none-match") == etag) {
      response.status = 304;
      response.body.clear();
    }
  }
  send(exchange, std::move(response));
}

void Api::fail(const ExchangePtr& exchange, const storage::Failure& failure) {
  const Trouble trouble = trouble_of(failure.fault());
  if (trouble.status == 500) tell_of(failure, exchange->request.id);
  Response response = refused(*exchange, trouble.status, {Reason::conflict, trouble.code, {}});
  if (trouble.status == 503) response.headers.emplace_back("Retry-After", "2");
  send(exchange, std::move(response));
}

Response Api::refused(const Exchange& exchange, int status, const Refusal& refusal) const {
  return problem(surroundings_.texts, exchange.request.language(), status, refusal);
}

void Api::send(const ExchangePtr& exchange, Response response) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - exchange->started_at);
  const std::string_view route =
      exchange->route == nullptr ? std::string_view{"none"} : exchange->route->path;
  surroundings_.metrics.request(route, response.status, took);
  telemetry::log(
      telemetry::Severity::info, "http.request",
      {{"request_id", exchange->request.id},
       {"method", name(exchange->request.method)},
       {"route", route},
       {"status", std::int64_t{response.status}},
       {"microseconds", took.count()},
       {"person", exchange->session ? exchange->session->person.id.number : std::int64_t{0}}});
  if (exchange->request.method == Method::head) {
    response.body.clear();
    response.next_part = {};
  }
  exchange->answer(std::move(response));
}

}  // namespace xb::http
