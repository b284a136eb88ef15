boost::asio::awaitable<void> serve() { co_return; }
