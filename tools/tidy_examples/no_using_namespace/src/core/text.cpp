using namespace std;

namespace xb {
using namespace std::chrono_literals;
using std::string;

int f() {
  using namespace std::chrono_literals;
  return 1;
}
}  // namespace xb
