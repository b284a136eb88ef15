#include "platform/http/session.h"

#include <algorithm>
#include <cstdint>
#include <random>

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "core/encoding.h"
#include "platform/http/checks.h"

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

using Parser = beast::http::request_parser<beast::http::string_body>;

// Not a secret: names a request in logs and answers.
std::string new_request_id() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  const std::uint64_t number = random();
  return hex({reinterpret_cast<const char*>(&number), sizeof number});
}

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::del;
    default: return Method::get;  // check_head lets nothing else pass
  }
}

// The last address that no proxy of ours added.
std::string client_of(const Request& request, const Peer& peer, const SessionLimits& limits) {
  const auto is_proxy = [&](std::string_view address) {
    return std::find(limits.proxies.begin(), limits.proxies.end(), address) != limits.proxies.end();
  };
  std::string client = peer.remote;
  std::string_view forwarded = request.header("x-forwarded-for");
  while (is_proxy(client) && !forwarded.empty()) {
    const std::size_t comma = forwarded.rfind(',');
    const bool is_last = comma == std::string_view::npos;
    std::string_view last = is_last ? forwarded : forwarded.substr(comma + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    client = std::string{last};
    forwarded = is_last ? std::string_view{} : forwarded.substr(0, comma);
  }
  return client;
}

// Fields are taken when the head ends: trailers come later and are dropped.
Request request_of(const Parser& parser) {
  Request request;
  const auto& head = parser.get().base();
  request.method = method_of(head.method());
  const std::string_view target(head.target().data(), head.target().size());
  request.path = target.substr(0, target.find('?'));
  for (const auto& field : head) {
    std::string name(field.name_string());
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    request.headers[std::move(name)] = std::string(field.value());
  }
  request.id = new_request_id();
  return request;
}

// The head of an answer. Values are ours and hold no line break.
std::string head_of(const Response& response, const std::string& request_id, bool keeps_open,
                    bool is_chunked) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"Content-Type", response.content_type},
      {"X-Request-Id", request_id},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Frame-Options", "DENY"},
      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
      {"Cache-Control", "no-store"},
      {"Vary", "Accept-Language, Cookie"},
      {"Connection", keeps_open ? "keep-alive" : "close"},
  };
  if (is_chunked)
    fields.emplace_back("Transfer-Encoding", "chunked");
  else if (response.status != 304)
    fields.emplace_back("Content-Length", std::to_string(response.body.size()));
  for (const auto& [name, value] : response.headers) {
    const auto same =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
    if (same != fields.end() && name != "Set-Cookie")
      same->second = value;
    else
      fields.emplace_back(name, value);
  }
  const auto status = static_cast<beast::http::status>(response.status);
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " " +
                    std::string(beast::http::obsolete_reason(status)) + "\r\n";
  for (const auto& [name, value] : fields) out += name + ": " + value + "\r\n";
  return out + "\r\n";
}

// Starts something that answers on any thread and waits for it on the connection's own executor.
template <class T, class Start>
asio::awaitable<T> answer_on_this_executor(Start start) {
  auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(T)>(
      [executor, start = std::move(start)](auto handler) mutable {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        start([executor, shared](T value) {
          asio::post(executor, [shared, value = std::move(value)]() mutable {
            std::move (*shared)(std::move(value));
          });
        });
      },
      asio::use_awaitable);
}

class Connection {
 public:
  Connection(std::unique_ptr<Stream> stream, Api& api, const SessionLimits& limits, Peer peer,
             Traffic& traffic)
      : stream_(std::move(stream)),
        api_(api),
        limits_(limits),
        peer_(std::move(peer)),
        traffic_(traffic) {
    ++traffic_.connections;
  }
  ~Connection() { --traffic_.connections; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

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

  // Feeds the parser until it is done or wants more than there is.
  asio::awaitable<void> read_body(Parser& parser, error_code& error) {
    while (!parser.is_done()) {
      const std::size_t used = parser.put(buffer_.data(), error);
      buffer_.consume(used);
      // Out of bytes, the parser says so in the middle of a chunk's head but not of a body.
      if (error == beast::http::error::need_more) error = {};
      if (!error && used == 0 && !parser.is_done()) co_await read_more(error);
      if (error) co_return;
    }
  }

  asio::awaitable<void> write(const std::string& request_id, const Response& response) {
    stream_->expires_after(limits_.answer_within);
    error_code error;
    const std::string head = head_of(response, request_id, keeps_open_, false);
    co_await stream_->write(head, response.body, error);
    if (error) keeps_open_ = false;
  }

  // A long answer, piece by piece; the client's speed sets the pace. One that cannot be told to its
  // end is cut off without the last chunk, so that nobody takes it for whole.
  asio::awaitable<void> write_parts(const std::string& request_id, Response response) {
    error_code error;
    stream_->expires_after(limits_.answer_within);
    co_await stream_->write(head_of(response, request_id, keeps_open_, true), {}, error);
    Api::Part part = std::optional{std::move(response.body)};
    while (!error && part && *part) {
      std::string& bytes = **part;
      if (!bytes.empty()) {
        char size[24];
        std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
        bytes += "\r\n";
        stream_->expires_after(limits_.answer_within);
        co_await stream_->write(size, bytes, error);
      }
      if (!error)
        part = co_await answer_on_this_executor<Api::Part>(
            [this, &response](auto then) { api_.continue_answer(response.next_part, then); });
    }
    if (!error && part) co_await stream_->write("0\r\n\r\n", {}, error);
    if (error || !part) keeps_open_ = false;
  }

  // What was sent is not read to its end, so the connection cannot go on.
  asio::awaitable<void> refuse_and_close(int status, std::string code) {
    keeps_open_ = false;
    const std::string request_id = new_request_id();
    const Response response = api_.turn_away(status, {Reason::invalid, std::move(code), {}});
    co_await write(request_id, response);
    if (status != 413) co_return;
    error_code error;
    for (std::size_t drained = 0; drained < drained_bytes_max && !error;) {
      drained += buffer_.size();
      buffer_.consume(buffer_.size());
      stream_->expires_after(limits_.head_within);
      co_await read_more(error);
    }
  }

  // Reads the request whose checked head stands in the buffer, and answers it.
  asio::awaitable<void> exchange() {
    const std::string malformed = "http.malformed";
    const std::string too_large = "http.body_too_large";
    Parser parser;
    parser.header_limit(head_bytes_max + 1);
    parser.body_limit(boost::none);
    error_code error;
    buffer_.consume(parser.put(buffer_.data(), error));
    if (error || !parser.is_header_done()) co_return co_await refuse_and_close(400, malformed);
    Request request = request_of(parser);
    const std::string_view target(parser.get().target().data(), parser.get().target().size());
    const std::size_t question = target.find('?');
    auto query = parse_query(question == std::string_view::npos ? std::string_view{}
                                                                : target.substr(question + 1));
    if (!query) co_return co_await refuse_and_close(400, query.error().code);
    request.query = std::move(*query);
    keeps_open_ = parser.keep_alive() && !traffic_.stopping;

    const std::size_t body_max = api_.body_max(request.method, request.path);
    const auto announced = parser.content_length();
    if (announced && *announced > body_max) co_return co_await refuse_and_close(413, too_large);
    parser.body_limit(body_max);
    parser.eager(true);
    stream_->expires_after(limits_.body_within +
                           std::chrono::seconds(announced.value_or(body_max) / bytes_a_second_min));
    if (request.header("expect") == "100-continue" && !parser.is_done())
      co_await stream_->write("HTTP/1.1 100 Continue\r\n\r\n", {}, error);
    if (!error) co_await read_body(parser, error);
    if (error == beast::http::error::body_limit)
      co_return co_await refuse_and_close(413, too_large);
    if (error && error.category() == protocol_errors)
      co_return co_await refuse_and_close(400, malformed);
    if (error) {
      keeps_open_ = false;  // too slow, or gone
      co_return;
    }
    request.body = std::move(parser.get().body());
    request.is_local = peer_.is_local;
    request.remote = client_of(request, peer_, limits_);
    const std::string request_id = request.id;
    stream_->expires_never();
    Response response = co_await answer_on_this_executor<Response>(
        [this, &request](auto answer) { api_.handle(std::move(request), answer); });
    if (response.next_part)
      co_await write_parts(request_id, std::move(response));
    else
      co_await write(request_id, response);
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

asio::awaitable<void> serve_session(std::unique_ptr<Stream> stream, Api& api,
                                    const SessionLimits& limits, Peer peer, Traffic& traffic) {
  Connection connection(std::move(stream), api, limits, std::move(peer), traffic);
  co_await connection.serve();
}

}  // namespace xb::http
