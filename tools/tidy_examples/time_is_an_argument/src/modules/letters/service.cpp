auto now = std::chrono::system_clock::now();
auto then = time(nullptr);
auto span = std::chrono::steady_clock::now();
auto other = letter.time(0);
