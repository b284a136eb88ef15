#include "platform/http/session.h"

#include <algorithm>
#include <cstdint>

#include <boost/beast/core/flat_buffer.hpp>

#include "core/ensure.h"
#include "platform/http/checks.h"
#include "platform/http/head.h"
#include "platform/http/live.h"
#include "platform/http/waiting.h"

namespace xb::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

constexpr std::size_t read_bytes = 64 * 1024;
constexpr std::size_t bytes_a_second_min = 64 * 1024;
// Enough of a body that is too large to let its sender finish and read the answer.
constexpr std::size_t drained_bytes_max = 4 << 20;

const boost::system::error_category& protocol_errors =
    beast::http::make_error_code(beast::http::error::need_more).category();

// RFC 9110, 10.1.1: in any case, and not to HTTP/1.0.
bool wants_to_go_on(const Parser& parser) {
  const auto expect = parser.get()[beast::http::field::expect];
  return parser.get().version() >= 11 && beast::iequals(expect, "100-continue");
}

class Connection {
 public:
  Connection(std::unique_ptr<Stream> stream, Api& api, const SessionLimits& limits, Peer peer,
             Traffic& traffic)
      : stream_(std::move(stream)),
        api_(api),
        limits_(limits),
        peer_(std::move(peer)),
        traffic_(traffic) {}

  asio::awaitable<void> serve() {
    while (keeps_open_ && !traffic_.stopping) {
      error_code error;
      const std::size_t size = co_await read_head(error);
      if (error == beast::http::error::header_limit)
        co_await refuse_and_close(431, "http.head_too_large");
      if (size == 0) break;
      traffic_.begin_request();
      const Requested requested{traffic_};
      if (const auto fit = check_head(buffered().substr(0, size), limits_.hosts); !fit)
        co_await refuse_and_close(400, fit.error().code);
      else
        co_await exchange();
    }
    co_await stream_->close();
  }

 private:
  struct Requested {
    Traffic& traffic;
    ~Requested() { traffic.end_request(); }
  };

  std::string_view buffered() const {
    const auto data = buffer_.data();
    return {static_cast<const char*>(data.data()), data.size()};
  }

  asio::awaitable<void> read_more(error_code& error) {
    const auto space = buffer_.prepare(read_bytes);
    const std::size_t count = co_await stream_->read_some(space, error);
    if (!error) buffer_.commit(count);
  }

  // The size of a whole head in the buffer; 0 if the peer went away, was too slow or sent too much.
  asio::awaitable<std::size_t> read_head(error_code& error) {
    stream_->expires_after(limits_.idle_max);
    for (bool first = true;; first = false) {
      const std::size_t end = buffered().find("\r\n\r\n");
      if (end != std::string_view::npos && end + 4 <= head_bytes_max) co_return end + 4;
      if (buffer_.size() >= head_bytes_max) {
        error = beast::http::error::header_limit;
        co_return 0;
      }
      co_await read_more(error);
      if (error) co_return 0;
      if (first) stream_->expires_after(limits_.head_within);
    }
  }

  // Feeds the parser once, and reads more where it could use nothing. It takes the head of a chunk
  // and the trailer whole, so as much of those stands in the buffer as a head may have, and no
  // more.
  asio::awaitable<void> feed(Parser& parser, error_code& error) {
    const std::size_t used = parser.put(buffer_.data(), error);
    buffer_.consume(used);
    // Out of bytes, the parser says so in the middle of a chunk's head but not of a body.
    if (error == beast::http::error::need_more) error = {};
    if (error || used > 0 || parser.is_done()) co_return;
    if (buffer_.size() >= head_bytes_max)
      error = beast::http::error::header_limit;
    else
      co_await read_more(error);
  }

  // Reads the body to its end; where it goes on piece by piece, none is held for long. The answer
  // if a piece is refused.
  asio::awaitable<std::optional<Response>> read_body(Parser& parser,
                                                     const Api::ExchangePtr& exchange,
                                                     error_code& error) {
    const bool in_pieces = Api::takes_pieces(*exchange);
    std::string& body = parser.get().body();
    while (!parser.is_done() && !error) {
      co_await feed(parser, error);
      const bool is_piece = body.size() >= read_bytes || (parser.is_done() && !body.empty());
      if (error || !in_pieces || !is_piece) continue;
      std::string piece = std::exchange(body, {});
      auto refusal = co_await answer_on_this_executor<std::optional<Response>>(
          [this, &exchange, &piece](auto then) { api_.take(exchange, std::move(piece), then); });
      if (refusal) co_return refusal;
    }
    co_return std::nullopt;
  }

  // `body` is empty for HEAD, whose head tells of the body that GET would be answered with.
  asio::awaitable<void> write(const std::string& request_id, const Response& response,
                              Framing framing, std::string_view body) {
    stream_->expires_after(limits_.answer_within);
    error_code error;
    const std::string head = head_of(response, request_id, keeps_open_, framing);
    co_await stream_->write(head, body, error);
    if (error) keeps_open_ = false;
  }

  // A long answer, piece by piece; the client's speed sets the pace. One that cannot be told to its
  // end is torn off, so that nobody takes it for whole.
  asio::awaitable<void> write_parts(const std::string& request_id, Response response,
                                    Framing framing) {
    const bool is_chunked = framing == Framing::chunks;
    error_code error;
    stream_->expires_after(limits_.answer_within);
    const std::string head = head_of(response, request_id, keeps_open_, framing);
    co_await stream_->write(head, {}, error);
    Api::Part part = std::optional{std::move(response.body)};
    while (!error && part && *part) {
      std::string& bytes = **part;
      if (!bytes.empty()) {
        char size[24] = "";
        if (is_chunked) {
          std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
          bytes += "\r\n";
        }
        stream_->expires_after(limits_.answer_within);
        co_await stream_->write(size, bytes, error);
      }
      if (!error)
        part = co_await answer_on_this_executor<Api::Part>(
            [this, &response](auto then) { api_.continue_answer(response.next_part, then); });
    }
    if (!error && part && is_chunked) co_await stream_->write("0\r\n\r\n", {}, error);
    if (!error && part) co_return;
    keeps_open_ = false;
    stream_->abort();
  }

  // An answer that goes on, after which the connection takes no other request.
  asio::awaitable<void> write_live(const std::string& request_id, const Response& response,
                                   Framing framing) {
    keeps_open_ = false;
    const std::string head = head_of(response, request_id, keeps_open_, framing);
    const Telling telling{head, response.body, framing == Framing::chunks, limits_.piece_within};
    co_await tell(*stream_, response.live, telling);
  }

  asio::awaitable<void> refuse_and_close(int status, std::string code) {
    const std::string request_id = new_request_id();
    const Response response = api_.turn_away(status, {Reason::invalid, std::move(code), {}});
    keeps_open_ = false;
    co_await write(request_id, response, Framing::length, response.body);
  }

  // Answers before the body has come and lets its sender finish, so that it reads the answer. What
  // was sent is not read to its end, so the connection cannot go on.
  asio::awaitable<void> answer_early(const std::string& request_id, const Response& response) {
    keeps_open_ = false;
    co_await write(request_id, response, Framing::length, response.body);
    error_code error;
    stream_->expires_after(limits_.head_within);
    for (std::size_t drained = 0; drained < drained_bytes_max && !error;) {
      drained += buffer_.size();
      buffer_.consume(buffer_.size());
      co_await read_more(error);
    }
  }

  // Tells why a body was not read, if there is anybody to tell.
  asio::awaitable<void> explain(error_code error) {
    keeps_open_ = false;
    int status = 400;
    std::string code = "http.malformed";
    if (error == beast::http::error::body_limit) {
      status = 413;
      code = "http.body_too_large";
    } else if (error == beast::http::error::header_limit) {
      status = 431;
      code = "http.head_too_large";
    } else if (error.category() == protocol_errors) {
      co_return co_await refuse_and_close(status, code);
    } else {
      co_return;  // too slow, or gone
    }
    const std::string request_id = new_request_id();
    const Response response = api_.turn_away(status, {Reason::invalid, code, {}});
    co_await answer_early(request_id, response);
  }

  // The body of `exchange`; nothing if it was refused, which is then answered.
  asio::awaitable<std::optional<std::string>> receive(Parser& parser,
                                                      const Api::ExchangePtr& exchange,
                                                      const std::string& request_id) {
    const std::size_t body_max = Api::body_max(*exchange);
    const auto announced = parser.content_length();
    error_code error;
    if (announced && *announced > body_max) {
      error = beast::http::error::body_limit;
      co_await explain(error);
      co_return std::nullopt;
    }
    if (!parser.is_done() && Api::wants_admission(*exchange)) {
      const auto refusal = co_await answer_on_this_executor<std::optional<Response>>(
          [this, &exchange](auto then) { api_.admit(exchange, then); });
      if (refusal) {
        co_await answer_early(request_id, *refusal);
        co_return std::nullopt;
      }
    }
    parser.body_limit(body_max);
    parser.eager(true);
    stream_->expires_after(limits_.body_within +
                           std::chrono::seconds(announced.value_or(body_max) / bytes_a_second_min));
    if (!parser.is_done() && wants_to_go_on(parser))
      co_await stream_->write("HTTP/1.1 100 Continue\r\n\r\n", {}, error);
    std::optional<Response> refusal;
    if (!error) refusal = co_await read_body(parser, exchange, error);
    if (refusal) {
      co_await answer_early(request_id, *refusal);
      co_return std::nullopt;
    }
    if (error) {
      co_await explain(error);
      co_return std::nullopt;
    }
    co_return std::move(parser.get().body());
  }

  // Reads the request whose checked head stands in the buffer, and answers it.
  asio::awaitable<void> exchange() {
    Parser parser;
    parser.header_limit(head_bytes_max + 1);
    parser.body_limit(boost::none);
    error_code error;
    buffer_.consume(parser.put(buffer_.data(), error));
    if (error || !parser.is_header_done())
      co_return co_await refuse_and_close(400, "http.malformed");
    auto request = request_of(parser);
    if (!request) co_return co_await refuse_and_close(400, request.error().code);
    request->is_local = peer_.is_local;
    request->remote = client_of(*request, peer_.remote, limits_.proxies);
    keeps_open_ = parser.keep_alive() && !traffic_.stopping;
    const bool is_1_0 = parser.get().version() < 11;
    const bool is_head = request->method == Method::head;
    const std::string request_id = request->id;

    Api::ExchangePtr exchange = api_.meet(std::move(*request));
    auto body = co_await receive(parser, exchange, request_id);
    if (!body) co_return;
    stream_->expires_never();
    Response response =
        co_await answer_on_this_executor<Response>([this, &exchange, &body](auto answer) {
          api_.handle(std::exchange(exchange, {}), std::move(*body), answer);
        });
    const Framing framing = framing_of(response, is_1_0);
    if (framing == Framing::close) keeps_open_ = false;
    if (is_head)
      co_await write(request_id, response, framing, {});
    else if (response.live)
      co_await write_live(request_id, response, framing);
    else if (response.next_part)
      co_await write_parts(request_id, std::move(response), framing);
    else
      co_await write(request_id, response, framing, response.body);
  }

  std::unique_ptr<Stream> stream_;
  Api& api_;
  const SessionLimits& limits_;
  Peer peer_;
  Traffic& traffic_;
  beast::flat_buffer buffer_;
  bool keeps_open_ = true;
};

}  // namespace

void Traffic::begin_request() {
  const std::lock_guard lock(mutex_);
  ++requests_;
}

void Traffic::end_request() {
  {
    const std::lock_guard lock(mutex_);
    --requests_;
  }
  ended_.notify_all();
}

void Traffic::wait_for_requests(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  ended_.wait_until(lock, until, [&] { return requests_ == 0; });
}

Traffic::~Traffic() { ensure(connections == 0, "a connection outlives what it is counted in"); }

asio::awaitable<void> serve_session(std::unique_ptr<Stream> stream, Api& api,
                                    const SessionLimits& limits, Peer peer, Traffic& traffic) {
  Connection connection(std::move(stream), api, limits, std::move(peer), traffic);
  co_await connection.serve();
}

}  // namespace xb::http
