// The bodies of requests that may be large: who may send one, how many at once, and where a file
// goes piece by piece.
#include <boost/asio/post.hpp>

#include "platform/files/vault.h"
#include "platform/http/exchange.h"

namespace xb::http {
namespace {

// What goes nowhere is still read, so that its sender gets the answer.
constexpr std::size_t unrouted_body_max = 1 << 20;
// A body that may be larger is read only for who may send it, and only so many side by side.
constexpr std::size_t unasked_body_max = 1 << 20;
constexpr int large_bodies_max = 4;
// A file goes to the disk as it comes, so many more cost little.
constexpr int coming_files_max = 32;
// Of those; the others are kept for who is signed in, however slowly the rest of the world sends.
constexpr int files_of_anyone_max = 16;

}  // namespace

std::size_t Api::body_max(const Exchange& exchange) {
  return exchange.match.route == nullptr ? unrouted_body_max : exchange.route().body_max;
}

bool Api::wants_admission(const Exchange& exchange) {
  return body_max(exchange) > unasked_body_max;
}

void Api::admit(const ExchangePtr& exchange, Verdict then) {
  exchange->answer = then;
  if (!passes_head(exchange)) return;
  boost::asio::post(reading_, [this, exchange, then = std::move(then)] {
    try {
      auto allowed = authorise(*exchange);
      if (!allowed) return finish(exchange, tl::unexpected(std::move(allowed).error()));
    } catch (...) {
      return fail(exchange, storage::current_failure());
    }
    const bool in_pieces = exchange->route().receive != nullptr;
    const int files_max =
        exchange->route().access.wants_session() ? coming_files_max : files_of_anyone_max;
    exchange->place = in_pieces ? place_among(coming_files_, files_max)
                                : place_among(large_bodies_, large_bodies_max);
    if (!exchange->place) return fail(exchange, storage::Failure(storage::Fault::busy, "body", ""));
    if (!begin_file(exchange)) return;
    exchange->answer = {};
    then(std::nullopt);
  });
}

bool Api::takes_pieces(const Exchange& exchange) { return exchange.request.file != nullptr; }

// False if the route does not want the file, which is then answered.
bool Api::begin_file(const ExchangePtr& exchange) {
  const Route& route = exchange->route();
  if (!route.receive) return true;
  try {
    if (!may_write()) throw storage::Failure(storage::Fault::clock, "", "");
    auto file = route.receive(exchange->request);
    if (file) exchange->request.file = std::move(*file);
    if (!file) finish(exchange, tl::unexpected(std::move(file).error()));
    return exchange->request.file != nullptr;
  } catch (...) {
    fail(exchange, storage::current_failure());
    return false;
  }
}

void Api::take(const ExchangePtr& exchange, std::string piece, Verdict then) {
  exchange->answer = then;
  boost::asio::post(reading_, [this, exchange, piece = std::move(piece), then = std::move(then)] {
    try {
      if (auto taken = exchange->request.file->take(piece); !taken)
        return finish(exchange, tl::unexpected(std::move(taken).error()));
    } catch (...) {
      return fail(exchange, storage::current_failure());
    }
    exchange->answer = {};
    then(std::nullopt);
  });
}

// Given back when the last copy goes; nothing if all are taken.
std::shared_ptr<void> Api::place_among(std::atomic<int>& taken, int places) {
  if (taken.fetch_add(1) >= places) {
    --taken;
    return {};
  }
  return {&taken, [](std::atomic<int>* count) { --*count; }};
}

}  // namespace xb::http
