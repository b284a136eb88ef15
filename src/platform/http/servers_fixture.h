// Servers over each database, with routes of every kind, and clients that speak HTTP or any bytes.
#pragma once

#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <gtest/gtest.h>
#include <poll.h>

#include "platform/http/server.h"
#include "platform/identity/store.h"
#include "test/support/bank.h"

namespace xb::http {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;

struct Note {
  Text<50, Presence::required> text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct Noted {
  std::int64_t version = 1;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (version, text))

// Writes an operational row, which needs no entry.
inline Result<Noted> keep(Work& work, const Note& note) {
  if (note.text.str() == "refused") return refuse(Reason::conflict, "complaint.wrong_state");
  identity::SessionRow row{.token_hash = work.id,
                           .person_id = {201},
                           .created_at = work.now,
                           .seen_at = work.now,
                           .id = work.new_id<identity::SessionRow>(),
                           .appointment_id = {}};
  identity::insert(work.tx, row);
  return Noted{1, note.text.str()};
}

inline Result<Noted> look(Work& work, Id<Note> id) {
  const auto count = work.tx.one<std::int64_t>("SELECT count(*) FROM sessions").value_or(0);
  return Noted{id.number, std::to_string(count)};
}

// An answer that goes on, told by a test.
class Feed : public Live {
 public:
  void next(std::function<void(std::optional<std::string>)> then) override {
    std::unique_lock lock(mutex_);
    then_ = std::move(then);
    flush(std::move(lock));
  }
  void leave() override {
    std::unique_lock lock(mutex_);
    if (!std::exchange(is_over_, true)) left_.set_value();
    flush(std::move(lock));
  }
  void say(const std::string& text) {
    std::unique_lock lock(mutex_);
    text_ += text;
    flush(std::move(lock));
  }
  // Says this again and again, as fast as it is taken.
  void repeat(const std::string& text) {
    std::unique_lock lock(mutex_);
    repeated_ = text;
    flush(std::move(lock));
  }
  void end() { leave(); }
  // Whether the server has let it go, within a span that only a fault takes.
  bool was_left() {
    return left_.get_future().wait_for(std::chrono::seconds{20}) == std::future_status::ready;
  }

 private:
  void flush(std::unique_lock<std::mutex> lock) {
    if (!then_ || (text_.empty() && repeated_.empty() && !is_over_)) return;
    std::string text = std::exchange(text_, {}) + (is_over_ ? std::string{} : repeated_);
    const auto then = std::exchange(then_, {});
    lock.unlock();
    then(text.empty() ? std::optional<std::string>{} : std::move(text));
  }

  std::mutex mutex_;
  std::string text_;
  std::string repeated_;
  bool is_over_ = false;
  std::function<void(std::optional<std::string>)> then_;
  std::promise<void> left_;
};

struct Reply {
  unsigned status = 0;
  std::string body;
  std::string etag;
  bool keeps_open = false;
};

// One connection of a client.
class Client {
 public:
  explicit Client(unsigned short port) : socket_(context_), port_(port) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), port});
  }

  Reply ask(beast_http::verb verb, const std::string& target, const std::string& body = {}) {
    beast_http::request<beast_http::string_body> request{verb, target, 11};
    request.set(beast_http::field::host, "127.0.0.1:" + std::to_string(port_));
    if (!body.empty()) request.set(beast_http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    beast_http::write(socket_, request);
    beast_http::response<beast_http::string_body> response;
    beast_http::read(socket_, buffer_, response);
    return {response.result_int(), response.body(), std::string(response[beast_http::field::etag]),
            response.keep_alive()};
  }

 private:
  asio::io_context context_;
  asio::ip::tcp::socket socket_;
  unsigned short port_;
  boost::beast::flat_buffer buffer_;
};

// One connection of a client that sends what it likes.
class RawClient {
 public:
  explicit RawClient(unsigned short port) : socket_(context_) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), port});
  }

  // A head for this server, of `first` and `fields` that each end in CRLF.
  std::string head(const std::string& first, const std::string& fields = {}) {
    return first + "\r\nHost: localhost:" + std::to_string(socket_.remote_endpoint().port()) +
           "\r\n" + fields + "\r\n";
  }
  void send(std::string_view bytes) { asio::write(socket_, asio::buffer(bytes)); }

  // All up to and including `mark`.
  std::string until(std::string_view mark) {
    boost::system::error_code error;
    while (waiting_.find(mark) == std::string::npos && !error) read(error);
    if (error) throw boost::system::system_error(error, waiting_);
    std::string out = waiting_.substr(0, waiting_.find(mark) + mark.size());
    waiting_.erase(0, out.size());
    return out;
  }
  // All until the server ends the connection; `error` is eof where it did so in good order.
  std::string rest(boost::system::error_code& error) {
    error = {};
    while (!error) read(error);
    return std::exchange(waiting_, {});
  }
  std::string rest() {
    boost::system::error_code ignored;
    return rest(ignored);
  }

 private:
  // At least one byte, or an error: a server that is silent for so long has forgotten us.
  void read(boost::system::error_code& error) {
    pollfd wanted{socket_.native_handle(), POLLIN, 0};
    if (poll(&wanted, 1, 20'000) != 1) {
      error = asio::error::timed_out;
      return;
    }
    char bytes[4096];
    const std::size_t size = socket_.read_some(asio::buffer(bytes), error);
    waiting_.append(bytes, size);
  }

  asio::io_context context_;
  asio::ip::tcp::socket socket_;
  std::string waiting_;
};

class Servers : public testing::TestWithParam<test::Engine> {
 protected:
  Servers()
      : bank_(GetParam()),
        router_({&bank_.database(), &test::keys(), [] { return test::monday; }, Zone{}, {}}) {
    router_.create({"notes.keep", "/notes", anyone}, keep);
    router_.get({"notes.look", "/notes/{id}", anyone}, look);
    router_.at_once(Method::get, {"page.quick", "/quick", anyone},
                    [](const Request&) -> Result<Response> { return Response{}; });
    router_.blocking(Method::post, {"notes.slow", "/slow", anyone},
                     [this](const Request& request) -> Result<Response> {
                       Response response;
                       response.body = request.body;
                       bank_.database().read([](storage::Transaction&) {});
                       return response;
                     });
    router_.blocking(Method::del, {"notes.clear", "/notes", anyone},
                     [](const Request&) -> Result<Response> {
                       Response response;
                       response.status = 204;
                       return response;
                     });
    add_files("/files", anyone);
    add_files("/mine", signed_in);
    add_files("/hidden", local_only);
    router_.raw(Method::get, {"notes.broken", "/broken", anyone}, Runs::reading,
                [](Work&, const Request&) -> Result<Response> {
                  Response response;
                  response.body = "part 0;";
                  response.next_part = []() -> std::optional<std::string> {
                    throw storage::Failure(storage::Fault::lost, "planted", "SELECT 1");
                  };
                  return response;
                });
    router_.raw(Method::get, {"notes.parts", "/parts", anyone}, Runs::reading,
                [](Work&, const Request&) -> Result<Response> {
                  Response response;
                  response.body = "part 0;";
                  response.next_part = [i = 0]() mutable -> std::optional<std::string> {
                    if (++i == 5) return {};
                    return i == 2 ? std::string{} : "part " + std::to_string(i) + ";";
                  };
                  return response;
                });
    router_.at_once(Method::get, {"notes.feed", "/feed", anyone},
                    [this](const Request&) -> Result<Response> {
                      Response response;
                      response.content_type = "text/event-stream";
                      response.body = "hello\n";
                      response.live = feed_;
                      return response;
                    });
    api_.emplace(Surroundings{.database = bank_.database(),
                              .keys = test::keys(),
                              .texts = texts_,
                              .metrics = metrics_,
                              .now = [] { return test::monday; },
                              .may_write = {},
                              .zone = Zone{}},
                 router_);
    Listen listen{.address = "127.0.0.1:0", .threads = 2};
    listen.piece_within = std::chrono::seconds{1};
    server_ = std::move(*Server::open(std::move(listen), *api_, metrics_));
    server_->start();
  }
  ~Servers() override {
    feed_->end();
    if (server_) server_->stop(std::chrono::seconds{5});
    api_->stop();
  }

  // Takes what may be too large to be read unasked, and says how much it was.
  void add_files(const char* path, Access access) {
    auto& route = router_.blocking(Method::post, {"notes.file", path, access},
                                   [](const Request& request) -> Result<Response> {
                                     Response response;
                                     response.body = std::to_string(request.body.size());
                                     return response;
                                   });
    route.takes_json = false;
    route.body_max = 64 << 20;
  }

  unsigned short port() const { return server_->port(); }

  test::Bank bank_;
  const Texts texts_ = Texts::shipped();
  telemetry::Metrics metrics_;
  const std::shared_ptr<Feed> feed_ = std::make_shared<Feed>();
  Router router_;
  std::optional<Api> api_;
  std::unique_ptr<Server> server_;
};

}  // namespace xb::http
