// A gateway of a test: a server on the loopback that answers as it is told and keeps what came.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "platform/notices/gateway.h"

namespace xb::notices {

class TestGateway {
 public:
  using Request = boost::beast::http::request<boost::beast::http::string_body>;

  TestGateway()
      : acceptor_(io_, {boost::asio::ip::address_v4::loopback(), 0}), thread_([this] { run(); }) {}
  ~TestGateway() {
    is_over_ = true;
    boost::asio::io_context io;
    boost::asio::ip::tcp::socket last(io);
    boost::system::error_code error;
    last.connect(acceptor_.local_endpoint(), error);
    thread_.join();
  }
  TestGateway(const TestGateway&) = delete;
  TestGateway& operator=(const TestGateway&) = delete;

  Gateway gateway() const {
    return *read_gateway("http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()) +
                         "/send");
  }
  // 0: hangs up without an answer.
  void answer_with(int status) { status_ = status; }
  std::vector<Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void run() {
    while (!is_over_) {
      boost::asio::ip::tcp::socket socket(io_);
      boost::system::error_code error;
      acceptor_.accept(socket, error);
      if (error || is_over_) return;
      boost::beast::flat_buffer buffer;
      Request request;
      boost::beast::http::read(socket, buffer, request, error);
      if (error) continue;
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      if (status_ == 0) continue;
      boost::beast::http::response<boost::beast::http::empty_body> response{
          boost::beast::http::int_to_status(static_cast<unsigned>(status_.load())), 11};
      response.prepare_payload();
      boost::beast::http::write(socket, response, error);
    }
  }

  boost::asio::io_context io_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> status_ = 200;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::thread thread_;
};

}  // namespace xb::notices
