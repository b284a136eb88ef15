#include "platform/http/router.h"

#include <charconv>

#include "core/ensure.h"

namespace xb::http {
namespace {

// Takes the next segment of a path that starts with `/`.
std::string_view segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view out = path.substr(0, path.find('/'));
  path.remove_prefix(out.size());
  return out;
}

bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters) {
  parameters.clear();
  while (!pattern.empty() && !path.empty()) {
    const std::string_view expected = segment(pattern);
    const std::string_view actual = segment(path);
    if (expected.starts_with('{')) {
      if (actual.empty()) return false;
      parameters.emplace_back(actual);
    } else if (expected != actual) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

// The first `count` segments, as `/api/complaints`.
std::string_view start_of(std::string_view path, int count) {
  std::string_view rest = path;
  for (int i = 0; i < count && !rest.empty(); ++i) segment(rest);
  return path.substr(0, path.size() - rest.size());
}

// What a pattern surely starts with: two segments at most, and no parameter.
std::string_view area(std::string_view pattern) {
  const std::string_view two = start_of(pattern, 2);
  return two.find('{') == std::string_view::npos ? two : start_of(pattern, 1);
}

Method asked_as(Method method) { return method == Method::head ? Method::get : method; }

std::unique_ptr<Route> made(Method method, Spec spec, Runs runs) {
  auto route = std::make_unique<Route>();
  route->method = method;
  route->operation = spec.operation;
  route->path = spec.path;
  route->access = spec.access;
  route->runs = runs;
  return route;
}

}  // namespace

namespace typed {

Result<std::int64_t> path_id(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || number <= 0 || number >= id_limit || text.front() == '0')
    return refuse(Reason::missing, "http.not_found");
  return number;
}

Result<storage::ListRequest> list_request(const Request& request) {
  storage::ListRequest out;
  for (const auto& [name, values] : request.query) {
    const bool single = values.size() == 1;
    if (name == "sort" && single) {
      out.sort = values[0];
    } else if (name == "cursor" && single) {
      out.cursor = values[0];
    } else if (name == "limit" && single) {
      const auto limit = path_id(values[0]);
      if (!limit || *limit > static_cast<std::int64_t>(storage::page_max))
        return refuse(Reason::invalid, "list.limit", "limit");
      out.limit = static_cast<std::size_t>(*limit);
    } else if (name == "sort" || name == "cursor" || name == "limit") {
      return refuse(Reason::invalid, "list.too_many_values", name);
    } else {
      out.filters[name] = values;
    }
  }
  return out;
}

}  // namespace typed

std::string_view name(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::del: return "DELETE";
  }
  std::abort();
}

Route& Router::add(Method method, Spec spec, Runs runs) {
  ensure(runs != Runs::writing || changes_something(method), "a GET that writes has no CSRF token");
  ensure(area(spec.path).find('{') == std::string_view::npos, "routes are found by their area");
  routes_.push_back(made(method, spec, runs));
  areas_[std::string{area(spec.path)}].push_back(routes_.back().get());
  return *routes_.back();
}

Route& Router::raw(Method method, Spec spec, Runs runs,
                   std::function<Result<Response>(Work&, const Request&)> handler) {
  ensure(runs == Runs::reading || runs == Runs::writing,
         "a blocking route has its own handler type");
  Route& route = add(method, spec, runs);
  route.handler = [handler = std::move(handler)](Work& work,
                                                 const Request& request) -> Result<Rendered> {
    auto response = handler(work, request);
    if (!response) return tl::unexpected(std::move(response).error());
    Rendered out;
    out.status = response->status;
    out.whole = std::move(*response);
    return out;
  };
  return route;
}

Route& Router::blocking(Method method, Spec spec, BlockingHandler handler) {
  Route& route = add(method, spec, Runs::blocking);
  route.blocking = std::move(handler);
  return route;
}

Route& Router::hashing(Method method, Spec spec, BlockingHandler handler) {
  Route& route = add(method, spec, Runs::hashing);
  route.blocking = std::move(handler);
  return route;
}

Route& Router::at_once(Method method, Spec spec, BlockingHandler handler) {
  ensure(spec.access.kind == Access::Kind::anyone || spec.access.kind == Access::Kind::local,
         "who is signed in is not known at once");
  Route& route = add(method, spec, Runs::at_once);
  route.blocking = std::move(handler);
  return route;
}

void Router::otherwise(Spec spec, BlockingHandler handler) {
  ensure(spec.access.kind == Access::Kind::anyone, "who is signed in is not known at once");
  otherwise_ = made(Method::get, spec, Runs::at_once);
  otherwise_->blocking = std::move(handler);
}

Match Router::match(Method method, std::string_view path) const {
  Match out;
  const std::string_view narrow = start_of(path, 2);
  const std::string_view wide = start_of(path, 1);
  match_in(narrow, method, path, out);
  if (wide != narrow) match_in(wide, method, path, out);
  if (out.allowed.empty() && asked_as(method) == Method::get) out.route = otherwise_.get();
  return out;
}

void Router::match_in(std::string_view area, Method method, std::string_view path,
                      Match& out) const {
  const auto routes = areas_.find(area);
  if (routes == areas_.end()) return;
  std::vector<std::string> candidate;
  for (const Route* route : routes->second) {
    if (!fits(route->path, path, candidate)) continue;
    if (out.allowed.find(name(route->method)) == std::string::npos) {
      if (!out.allowed.empty()) out.allowed += ", ";
      out.allowed += name(route->method);
    }
    // A literal segment goes before a parameter: `/complaints/counts` before `/complaints/{id}`.
    const bool is_closer = out.route == nullptr || candidate.size() < out.parameters.size();
    if (route->method == asked_as(method) && is_closer) {
      out.route = route;
      out.parameters = candidate;
    }
  }
}

void filtered_by(Route& route, const storage::ListSpec& spec) {
  for (const auto& filter : spec.filters) route.query.emplace_back(filter.name);
}

}  // namespace xb::http
