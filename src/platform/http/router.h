// Routes with typed handlers. A handler is a plain function of Work, path ids and an input struct;
// from its types come the reading of JSON, the rendering of the answer and the OpenAPI document.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ensure.h"
#include "core/json_struct.h"
#include "platform/http/access.h"
#include "platform/http/message.h"
#include "platform/storage/database.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::files {
class Vault;
}

namespace xb::http {

// `operation` is `module.verb`, stable; its sentence stands in data/texts.
struct Spec {
  std::string_view operation;
  std::string_view path;  // `/api/complaints/{id}`; a parameter is a whole segment
  Access access;
};

// What runs a route.
enum class Runs {
  reading,   // in a read-only snapshot
  writing,   // as a command
  blocking,  // outside any transaction, in the pool for slow work
  hashing,   // as blocking, in the pool that only hashes passwords
  at_once,   // on the socket's thread: must not wait for anything
};

struct Rendered {
  int status = 200;
  std::string body;
  std::string etag;               // without quotes
  std::int64_t resource = 0;      // for a replay of the same request
  std::optional<Response> whole;  // of a raw route
};

using Handler = std::function<Result<Rendered>(Work&, const Request&)>;
// Reads a body into the input of a route: a `Result<Input>`, of which only the route knows the
// type.
using ReadInput = std::shared_ptr<const void> (*)(const Request&);
using BlockingHandler = std::function<Result<Response>(const Request&)>;
// Asked once the sender was admitted and before anything of the body is read.
using Receive = std::function<Result<std::shared_ptr<files::Incoming>>(const Request&)>;
using SchemaOf = boost::json::value (*)(Schemas&);

struct Route {
  Method method;
  std::string operation;
  std::string path;
  Access access;
  Runs runs;
  Handler handler;
  BlockingHandler blocking;
  ReadInput read_input = nullptr;  // asked of what writes before it queues; absent without a body
  // Renders what an earlier request with the same Idempotency-Key made; absent if that cannot be.
  std::function<Result<Rendered>(Work&, std::int64_t resource)> replay;
  SchemaOf input = nullptr;
  SchemaOf output = nullptr;
  int success = 200;
  std::vector<std::string> query;  // parameters of the query string, for OpenAPI
  std::string output_type = "application/json";
  std::vector<std::string> headers;  // fields of the head, for OpenAPI
  std::size_t body_max = 1 << 20;
  bool takes_json = true;
  bool is_activity = true;  // asking keeps a session alive
  Receive receive;          // if set, the body goes there piece by piece and is never held whole
};

// What a path and method lead to.
struct Match {
  const Route* route = nullptr;
  std::vector<std::string> parameters;  // in the order of the path
  std::string allowed;                  // the methods the path has, as Allow lists them
};

namespace typed {

template <class T>
inline constexpr bool is_id = false;
template <class Kind>
inline constexpr bool is_id<Id<Kind>> = true;

Result<std::int64_t> path_id(const std::string& text);
Result<storage::ListRequest> list_request(const Request& request);

template <class T>
inline constexpr bool is_input = !is_id<T> && !std::is_same_v<T, storage::ListRequest>;

// Reads one argument of a handler from the request; path ids are taken in order.
template <class T>
Result<T> argument(const Request& request, std::size_t& parameter) {
  if constexpr (is_id<T>) {
    return T{TRY(path_id(request.parameters.at(parameter++)))};
  } else if constexpr (std::is_same_v<T, storage::ListRequest>) {
    return list_request(request);
  } else {
    const std::string_view text = request.body.empty() ? std::string_view{"{}"} : request.body;
    const auto json = TRY(parse_json(text));
    return Json<T>::read(json);
  }
}

template <class T>
std::shared_ptr<const void> read_input(const Request& request) {
  std::size_t none = 0;
  return std::make_shared<const Result<T>>(argument<T>(request, none));
}

// An argument as `call` holds it: what was read before is not copied.
template <class T>
std::shared_ptr<const Result<T>> shared_argument(const Request& request, std::size_t& parameter) {
  if constexpr (is_input<T>) {
    if (request.input) return std::static_pointer_cast<const Result<T>>(request.input);
  }
  return std::make_shared<const Result<T>>(argument<T>(request, parameter));
}

template <class T>
Rendered render(const T& value, int status) {
  Rendered out;
  out.status = status;
  Json<T>::write(out.body, value);
  if constexpr (requires { value.version; }) out.etag = std::to_string(value.version);
  if constexpr (requires { value.id.number; }) out.resource = value.id.number;
  return out;
}

template <class Out, class... Args, std::size_t... I>
Result<Rendered> call(const std::function<Result<Out>(Work&, Args...)>& function, int status,
                      Work& work, const Request& request, std::index_sequence<I...>) {
  [[maybe_unused]] std::size_t parameter = 0;
  // Braces fix the order: path ids first, then the body.
  const std::tuple arguments{shared_argument<std::remove_cvref_t<Args>>(request, parameter)...};
  std::optional<Refusal> refusal;
  ((refusal || *std::get<I>(arguments) ? void() : void(refusal = std::get<I>(arguments)->error())),
   ...);
  if (refusal) return tl::unexpected(std::move(*refusal));
  auto result = function(work, **std::get<I>(arguments)...);
  if (!result) return tl::unexpected(std::move(result).error());
  return render<Out>(*result, status);
}

template <class T>
boost::json::value schema_of(Schemas& parts) {
  return Json<T>::schema(parts);
}

template <class T>
void describe_argument(Route& route) {
  if constexpr (std::is_same_v<T, storage::ListRequest>) {
    for (const char* name : {"sort", "limit", "cursor"}) route.query.emplace_back(name);
  } else if constexpr (is_input<T>) {
    ensure(route.read_input == nullptr, "a handler reads one body");
    route.input = &schema_of<T>;
    route.read_input = &read_input<T>;
  }
}

}  // namespace typed

// What a handler may need that has no Work: pointers, because the OpenAPI document is made without
// an installation. Whoever handles requests has them all.
struct Services {
  storage::Database* database = nullptr;
  const sealing::Keyring* keys = nullptr;
  std::function<Instant()> now;
  Zone zone;
  std::filesystem::path scratch;  // for files that live as long as a request
  const workflow::Limits* limits = nullptr;
  const taxonomies::Book* taxonomies = nullptr;
  files::Vault* vault = nullptr;
};

class Router {
 public:
  explicit Router(Services services) : services_(std::move(services)) {}
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  const Services& services() const { return services_; }

  // GET: one thing or a list.
  template <class Out, class... Args>
  Route& get(Spec spec, Result<Out> (*function)(Work&, Args...)) {
    return add_typed(Method::get, spec, Runs::reading, 200, std::function{function});
  }
  template <class Out, class... Args>
  Route& get(Spec spec, std::function<Result<Out>(Work&, Args...)> function) {
    return add_typed(Method::get, spec, Runs::reading, 200, std::move(function));
  }
  // POST that makes something: 201.
  template <class Out, class... Args>
  Route& create(Spec spec, Result<Out> (*function)(Work&, Args...)) {
    return add_typed(Method::post, spec, Runs::writing, 201, std::function{function});
  }
  // POST that does something to what is there: 200. Each action is a resource of its own.
  template <class Out, class... Args>
  Route& act(Spec spec, Result<Out> (*function)(Work&, Args...)) {
    return add_typed(Method::post, spec, Runs::writing, 200, std::function{function});
  }
  template <class Out, class... Args>
  Route& act(Spec spec, std::function<Result<Out>(Work&, Args...)> function) {
    return add_typed(Method::post, spec, Runs::writing, 200, std::move(function));
  }
  // POST that only asks, where the question must not stand in a URL.
  template <class Out, class... Args>
  Route& ask(Spec spec, Result<Out> (*function)(Work&, Args...)) {
    return add_typed(Method::post, spec, Runs::reading, 200, std::function{function});
  }
  // A handler that makes the whole answer itself.
  Route& raw(Method method, Spec spec, Runs runs,
             std::function<Result<Response>(Work&, const Request&)> handler);
  Route& blocking(Method method, Spec spec, BlockingHandler handler);
  Route& hashing(Method method, Spec spec, BlockingHandler handler);
  Route& at_once(Method method, Spec spec, BlockingHandler handler);
  // At once, what is got by a path that no route has. Once, and no part of the API.
  void otherwise(Spec spec, BlockingHandler handler);

  Match match(Method method, std::string_view path) const;

  const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

 private:
  template <class Out, class... Args>
  Route& add_typed(Method method, Spec spec, Runs runs, int status,
                   std::function<Result<Out>(Work&, Args...)> function) {
    Route& route = add(method, spec, runs);
    route.success = status;
    route.output = &typed::schema_of<Out>;
    (typed::describe_argument<std::remove_cvref_t<Args>>(route), ...);
    route.handler = [function = std::move(function), status](Work& work, const Request& request) {
      return typed::call(function, status, work, request, std::index_sequence_for<Args...>{});
    };
    return route;
  }
  Route& add(Method method, Spec spec, Runs runs);
  void match_in(std::string_view area, Method method, std::string_view path, Match& out) const;

  Services services_;
  std::vector<std::unique_ptr<Route>> routes_;
  std::map<std::string, std::vector<Route*>, std::less<>> areas_;  // by what they start with
  std::unique_ptr<Route> otherwise_;
};

// Says how `route` renders again what it made: the same struct, found by id.
template <class Out, class Kind>
void replayed_by(Route& route, std::function<Result<Out>(Work&, Id<Kind>)> find) {
  const int status = route.success;
  route.replay = [find = std::move(find), status](Work& work,
                                                  std::int64_t resource) -> Result<Rendered> {
    auto result = find(work, Id<Kind>{resource});
    if (!result) return tl::unexpected(std::move(result).error());
    return typed::render<Out>(*result, status);
  };
}

template <class Out, class Kind>
void replayed_by(Route& route, Result<Out> (*find)(Work&, Id<Kind>)) {
  replayed_by(route, std::function{find});
}

// A list that is asked with the filters of `spec` in its query.
void filtered_by(Route& route, const storage::ListSpec& spec);

std::string_view name(Method method);

}  // namespace xb::http
