// The sentences that are sent, as data: data/notices/*.toml, each wording in Chinese and English
// with `{places}`. Pure but for what ships.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/instant.h"
#include "core/texts.h"

namespace xb::notices {

using Places = std::map<std::string, std::string, std::less<>>;

// The wording with its places filled. Aborts on a wording that is not there or a place that nobody
// fills: tests go through all of them.
std::string worded(std::string_view wording, Language language, const Places& places);

// 12月6日（周日）, 6 December (Sunday).
std::string spoken(Date day, Language language);

}  // namespace xb::notices
