// Findings are in order, inside the text and beside each other; masking hides each of them and
// touches nothing else.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/ensure.h"
#include "core/text.h"
#include "platform/privacy/detect.h"
#include "platform/privacy/kinds.h"
#include "platform/privacy/mask.h"

namespace xb::privacy {
namespace {

void check_findings(std::string_view text) {
  std::size_t last = 0;
  for (const Finding& finding : detect(text)) {
    ensure(finding.begin >= last, "findings overlap or are out of order");
    ensure(finding.begin < finding.end && finding.end <= text.size(), "a finding out of range");
    last = finding.end;
  }
}

// What stands between findings is kept as it is; what was found is changed.
void check_mask(std::string_view text) {
  const std::string masked = mask_text(text);
  std::size_t read = 0;
  std::size_t kept = 0;
  for (const Finding& finding : detect(text)) {
    const std::string_view between = text.substr(read, finding.begin - read);
    ensure(masked.compare(kept, between.size(), between) == 0, "a word changes in masking");
    kept += between.size();
    const std::string_view found = text.substr(finding.begin, finding.end - finding.begin);
    const std::string part = mask_text(found);
    ensure(part != found || found.find('*') != std::string_view::npos,
           "something that was found shows whole");
    ensure(masked.compare(kept, part.size(), part) == 0, "a mask depends on what stands around");
    if (finding.what != Identifier::email)
      ensure(code_points(part) == code_points(found), "a mask changes the length");
    kept += part.size();
    read = finding.end;
  }
  ensure(masked.substr(kept) == text.substr(read), "the end changes in masking");
}

// What was shown of one number and the groups after it may look like a card number together. Each
// round hides more, so there is an end.
void check_rounds(std::string text) {
  for (std::size_t rounds = 0; rounds <= text.size(); ++rounds) {
    std::string masked = mask_text(text);
    if (masked == text) return;
    text = std::move(masked);
  }
  ensure(false, "masking does not come to an end");
}

template <class Kind>
void check_kind(std::string_view value) {
  if (!Kind::check(value)) return;
  ensure(code_points(value) <= Kind::max, "too long a value passes");
  const std::string masked = Kind::mask(value);
  ensure(code_points(masked).has_value(), "a mask cuts a character");
  if constexpr (Searchable<Kind>) {
    ensure(masked != value || value.find('*') != std::string_view::npos, "a mask shows all");
    const std::string normal = Kind::normal(value);
    ensure(!normal.empty() && Kind::normal(normal) == normal, "a normal form is not normal");
  }
}

void check(std::string_view text) {
  check_findings(text);
  if (!code_points(text)) return;
  check_mask(text);
  check_rounds(std::string{text});
  check_kind<Name>(text);
  check_kind<Phone>(text);
  check_kind<IdentityNumber>(text);
  check_kind<CardNumber>(text);
  check_kind<Email>(text);
  check_kind<Address>(text);
}

}  // namespace
}  // namespace xb::privacy

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  xb::privacy::check({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
