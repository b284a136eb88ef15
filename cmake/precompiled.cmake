# What nearly every file includes, read once for all of them: that is half of compiling most.
# `./dev check` does without, so that a file that forgets an include is found there.
option(XB_PRECOMPILED "Read the headers that most files include only once" ON)

# xb_precompiled(TARGET HEADERS … LINK …): what xb_precompile may then name.
function(xb_precompiled target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINK")
  if(XB_PRECOMPILED)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/${target}.cpp CONTENT "// Headers only.\n")
    add_library(${target} STATIC ${CMAKE_BINARY_DIR}/${target}.cpp)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE xb_flags Boost::json ${arg_LINK})
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cstdint>
      <filesystem> <fstream> <functional> <future> <map> <memory> <mutex> <optional> <set> <span>
      <sstream> <string> <string_view> <thread> <utility> <variant> <vector>
      <boost/describe.hpp> <boost/json.hpp> <boost/mp11.hpp> <tl/expected.hpp> ${arg_HEADERS})
  endif()
endfunction()

function(xb_precompile target precompiled)
  if(XB_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${precompiled})
  endif()
endfunction()

# Of each storey of src/ its own: its code reads what lies below it, its tests the fixtures, too.
set(platform_code core/json_struct.h platform/storage/database.h platform/storage/list.h
    platform/storage/work.h platform/sealing/rows.h platform/evidence/log.h
    platform/identity/types.h)
set(modules_code ${platform_code} modules/complaints/service.h modules/complaints/store.h
    platform/approvals/service.h platform/exchange/import.h)
set(app_code ${modules_code} app/installation.h platform/http/router.h modules/complaints/reading/service.h
    modules/referrals/types.h)
set(platform_tests ${platform_code})
set(modules_tests ${modules_code} modules/complaints/decision/deciding_fixture.h
    modules/complaints/working/working_fixture.h)
set(app_tests ${app_code} app/api_fixture.h)
foreach(storey platform modules app)
  list(TRANSFORM ${storey}_code PREPEND ${CMAKE_SOURCE_DIR}/src/)
  xb_precompiled(xb_precompiled_${storey} HEADERS ${${storey}_code})
  if(TARGET GTest::gtest)
    list(TRANSFORM ${storey}_tests PREPEND ${CMAKE_SOURCE_DIR}/src/)
    xb_precompiled(xb_precompiled_${storey}_tests HEADERS <gtest/gtest.h>
                   ${CMAKE_SOURCE_DIR}/test/support/bank.h
                   ${CMAKE_SOURCE_DIR}/test/support/reading.h
                   ${CMAKE_SOURCE_DIR}/test/support/world.h ${${storey}_tests} LINK GTest::gtest)
  endif()
endforeach()
