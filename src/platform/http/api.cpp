#include "platform/http/api.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <boost/asio/post.hpp>

#include "core/encoding.h"
#include "platform/http/exchange.h"
#include "platform/http/store.h"
#include "platform/http/trouble.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"
#include "platform/telemetry/log.h"

namespace xb::http {
namespace {

constexpr Pool::Size slow_size{.threads = 2, .waiting_max = 64, .niceness = 10};
// 64 hashes are half a second of two threads.
constexpr Pool::Size hashing_size{.threads = 2, .waiting_max = 64, .niceness = 5};

// Who is signed in; zero for nobody.
std::int64_t person_of(const Request& request) {
  return request.caller ? request.caller->person.id.number : 0;
}

// JSON is UTF-8 (RFC 8259 §8.1), so whoever names another encoding means another text.
bool is_json(std::string_view media) {
  const std::size_t end = std::min(media.find(';'), media.size());
  const bool is_type = media.substr(0, end) == "application/json";
  std::string parameters{media.substr(end)};
  std::transform(parameters.begin(), parameters.end(), parameters.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::erase_if(parameters, [](char c) { return c == ' ' || c == '"'; });
  parameters += ';';
  const bool names_encoding = parameters.find(";charset=") != std::string::npos;
  return is_type && (!names_encoding || parameters.find(";charset=utf-8;") != std::string::npos);
}

// The body of a command that takes nothing: an empty object, if anything.
Result<void> check_nothing(std::string_view body) {
  const auto json = TRY(parse_json(body));
  if (!json.is_object()) return refuse(Reason::invalid, "field.type");
  if (!json.get_object().empty())
    return refuse(Reason::invalid, "field.unknown", std::string{json.get_object().begin()->key()});
  return {};
}

}  // namespace

Api::Api(Surroundings surroundings, const Router& router)
    : surroundings_(std::move(surroundings)),
      router_(router),
      reading_(surroundings_.readers),
      hashing_(hashing_size),
      slow_(slow_size) {}

Api::~Api() { stop(); }

void Api::stop() {
  reading_.join();
  hashing_.stop();
  slow_.stop();
}

Api::ExchangePtr Api::meet(Request head) const {
  auto exchange = std::make_shared<Exchange>();
  exchange->request = std::move(head);
  Request& request = exchange->request;
  exchange->match = router_.match(request.method, request.path);
  request.parameters = exchange->match.parameters;
  request.token = session_token(request);
  return exchange;
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
  std::string body = std::move(request.body);
  handle(meet(std::move(request)), std::move(body), std::move(answer));
}

void Api::handle(ExchangePtr exchange, std::string body, Answer answer) {
  exchange->request.body = std::move(body);
  exchange->answer = std::move(answer);
  if (!passes_head(exchange)) return;
  const Route& route = exchange->route();
  const bool has_body = !exchange->request.body.empty();
  if (has_body && route.takes_json && !is_json(exchange->request.header("content-type")))
    return turn_down(exchange, 415, {Reason::invalid, "http.media_type", {}});
  if (has_body && route.takes_json && route.input == nullptr)
    if (const auto nothing = check_nothing(exchange->request.body); !nothing)
      return turn_down(exchange, status_of(nothing.error()), nothing.error());
  switch (route.runs) {
    case Runs::reading: return boost::asio::post(reading_, [this, exchange] { read(exchange); });
    case Runs::writing:
      return boost::asio::post(reading_, [this, exchange] { prepare_write(exchange); });
    case Runs::hashing: return run_in(hashing_, exchange);
    case Runs::blocking: return run_in(slow_, exchange);
    case Runs::at_once: {
      auto response = route.blocking(exchange->request);
      if (!response) return finish(exchange, tl::unexpected(std::move(response).error()));
      return send(exchange, std::move(*response));
    }
  }
}

// False if the head alone was reason enough to turn the request down.
bool Api::passes_head(const ExchangePtr& exchange) {
  const Request& request = exchange->request;
  const Refusal nothing{Reason::missing, "http.not_found", {}};
  if (exchange->match.route == nullptr && !exchange->match.allowed.empty()) {
    Response response = refused(*exchange, 405, {Reason::invalid, "http.method_not_allowed", {}});
    response.headers.emplace_back("Allow", exchange->match.allowed);
    send(exchange, std::move(response));
    return false;
  }
  const bool is_hidden =
      exchange->match.route == nullptr ||
      (exchange->route().access.kind == Access::Kind::local && !request.is_local);
  if (is_hidden) {
    turn_down(exchange, 404, nothing);
    return false;
  }
  const auto own = check_origin(request, exchange->route().access, surroundings_.keys);
  if (!own) turn_down(exchange, status_of(own.error()), own.error());
  return own.has_value();
}

bool Api::may_write() const { return !surroundings_.may_write || surroundings_.may_write(); }

Result<void> Api::authorise(Exchange& exchange, storage::Transaction& tx) const {
  exchange.asked_at = surroundings_.now();
  exchange.request.caller =
      TRY(caller_of(tx, {surroundings_.keys, surroundings_.zone, exchange.asked_at},
                    exchange.request, exchange.route().access));
  return {};
}

Result<void> Api::authorise(Exchange& exchange) const {
  Result<void> allowed;
  if (exchange.route().access.wants_session())
    surroundings_.database.read(
        [&](storage::Transaction& tx) { allowed = authorise(exchange, tx); });
  return allowed;
}

Work Api::work_for(const Exchange& exchange, storage::Transaction& tx) const {
  Actor actor = Actor::system();
  if (exchange.request.caller) actor = exchange.request.caller->actor();
  return {.tx = tx,
          .keys = surroundings_.keys,
          .actor = actor,
          .now = surroundings_.now(),
          .zone = surroundings_.zone,
          .id = hex(sealing::random_bytes(16)),
          .if_version = exchange.conditions.if_version,
          .limits = surroundings_.limits,
          .taxonomies = surroundings_.taxonomies};
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
      result = exchange->route().handler(work, exchange->request);
    });
    touch(*exchange);
    finish(exchange, std::move(*result));
  } catch (...) {
    fail(exchange, storage::current_failure());
  }
}

// Everything about a command that needs no writer is done before it queues for one. Who asks is
// looked at within the command; until then his CSRF token, which only a session's cookie leads to,
// keeps out who never had one.
void Api::prepare_write(const ExchangePtr& exchange) {
  try {
    queue_for_writer(exchange);
  } catch (...) {
    fail(exchange, storage::current_failure());
  }
}

void Api::queue_for_writer(const ExchangePtr& exchange) {
  if (exchange->route().access.wants_session() && exchange->request.token.empty())
    return finish(exchange, refuse(Reason::unauthenticated, "session.missing"));
  auto conditions = conditions_of(exchange->request);
  if (!conditions) return finish(exchange, tl::unexpected(std::move(conditions).error()));
  exchange->conditions = std::move(*conditions);
  if (!may_write()) return fail(exchange, storage::Failure(storage::Fault::clock, "", ""));
  if (const auto read_input = exchange->route().read_input)
    exchange->request.input = read_input(exchange->request);
  write(exchange);
}

void Api::write(const ExchangePtr& exchange) {
  surroundings_.database.submit(
      storage::Lane::interactive,
      [this, exchange](storage::Transaction& tx) { return run_command(*exchange, tx); },
      [this, exchange](const std::optional<storage::Failure>& failure) {
        if (failure) return fail(exchange, *failure);
        touch(*exchange);
        finish(exchange, std::move(*exchange->result));
      });
}

// May run more than once. True if there is something to commit. Who asks is looked at here: what
// was taken from him while the command queued is taken.
bool Api::run_command(Exchange& exchange, storage::Transaction& tx) const {
  if (exchange.route().access.wants_session()) {
    if (auto allowed = authorise(exchange, tx); !allowed) {
      exchange.result = tl::unexpected(std::move(allowed).error());
      return false;
    }
  }
  Work work = work_for(exchange, tx);
  const Route& route = exchange.route();
  const bool remembers = route.replay != nullptr && !exchange.conditions.idempotency_key.empty();
  if (!remembers) {
    exchange.result = route.handler(work, exchange.request);
    return exchange.result->has_value();
  }
  exchange.result = replay(exchange, work);
  if (exchange.result) return false;
  exchange.result = route.handler(work, exchange.request);
  if (!exchange.result->has_value()) return false;
  const IdempotencyRow row{
      work.actor.person.number,  exchange.conditions.idempotency_key, route.operation,
      hash_of(exchange.request), (*exchange.result)->resource,        work.now};
  if (!insert(tx, row)) throw storage::Failure(storage::Fault::serialization, "key", "idempotency");
  return true;
}

// What an earlier request with the same key made, as it is shown today; nothing if there was none.
std::optional<Result<Rendered>> Api::replay(const Exchange& exchange, Work& work) const {
  const auto row =
      find_idempotency(work.tx, work.actor.person, exchange.conditions.idempotency_key);
  if (!row) return {};
  if (row->request_hash != hash_of(exchange.request) ||
      row->operation != exchange.route().operation)
    return refuse(Reason::invalid, "idempotency.reused", "Idempotency-Key");
  return exchange.route().replay(work, row->resource_id);
}

void Api::run_in(Pool& pool, const ExchangePtr& exchange) {
  const bool is_taken = pool.take([this, exchange] {
    try {
      auto allowed = authorise(*exchange);
      if (!allowed) return finish(exchange, tl::unexpected(std::move(allowed).error()));
      if (changes_something(exchange->request.method) && !may_write())
        return fail(exchange, storage::Failure(storage::Fault::clock, "", ""));
      auto response = exchange->route().blocking(exchange->request);
      if (!response) return finish(exchange, tl::unexpected(std::move(response).error()));
      send(exchange, std::move(*response));
    } catch (...) {
      fail(exchange, storage::current_failure());
    }
  });
  if (!is_taken) fail(exchange, storage::Failure(storage::Fault::busy, "pool", ""));
}

// Keeps a session alive while it is used, once a minute.
void Api::touch(const Exchange& exchange) {
  const auto& session = exchange.request.caller;
  if (!exchange.route().is_activity || !session ||
      !identity::wants_touch(*session, exchange.asked_at))
    return;
  const std::string token_hash = session->token_hash;
  surroundings_.database.submit(
      storage::Lane::interactive,
      [token_hash, now = exchange.asked_at](storage::Transaction& tx) {
        identity::touch_session(tx, token_hash, now);
        return true;
      },
      [](const std::optional<storage::Failure>&) {});
}

void Api::finish(const ExchangePtr& exchange, Result<Rendered> result) {
  if (!result) return turn_down(exchange, status_of(result.error()), result.error());
  if (result->whole) return send(exchange, std::move(*result->whole));
  Response response;
  response.status = result->status;
  response.body = std::move(result->body);
  if (!result->etag.empty()) {
    const std::string etag = "\"" + result->etag + "\"";
    response.headers.emplace_back("ETag", etag);
    if (exchange->route().runs == Runs::reading &&
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

void Api::turn_down(const ExchangePtr& exchange, int status, const Refusal& refusal) {
  const bool is_denied = status == 401 || status == 403 || status == 404;
  if (is_denied && exchange->match.route != nullptr) note_denial(*exchange, refusal.code);
  send(exchange, refused(*exchange, status, refusal));
}

// What is out of somebody's scope is missing to him, so what is missing counts, too. The address
// stands only where nobody is known by name: with a sign-in that failed.
void Api::note_denial(const Exchange& exchange, const std::string& code) const {
  const Request& request = exchange.request;
  surroundings_.metrics.denied(exchange.route().path, code);
  telemetry::log(telemetry::Severity::info, "http.denied",
                 {{"request_id", request.id},
                  {"route", exchange.route().path},
                  {"code", code},
                  {"person", person_of(request)}});
  if (exchange.route().runs == Runs::hashing)
    telemetry::log(telemetry::Severity::warning, "session.refused",
                   {{"request_id", request.id}, {"remote", request.remote}});
}

void Api::send(const ExchangePtr& exchange, Response response) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - exchange->started_at);
  const std::string_view route =
      exchange->match.route == nullptr ? std::string_view{"none"} : exchange->route().path;
  surroundings_.metrics.request(route, response.status, took);
  telemetry::log(telemetry::Severity::info, "http.request",
                 {{"request_id", exchange->request.id},
                  {"method", name(exchange->request.method)},
                  {"route", route},
                  {"status", std::int64_t{response.status}},
                  {"microseconds", took.count()},
                  {"person", person_of(exchange->request)}});
  // What the answer holds on to may hold on to this exchange.
  const Answer answer = std::exchange(exchange->answer, {});
  answer(std::move(response));
}

}  // namespace xb::http
