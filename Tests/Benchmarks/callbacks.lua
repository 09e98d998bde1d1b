-- Callbacks for wrk: `wrk -s callbacks.lua URL -- get|json [calls]`.
-- Each thread goes through its own calls (1,000 unless told), so that the board has work to do.

local query = "/exotel?CallSid=%s&CallFrom=%%2B919812300001&CallTo=08044556678"
  .. "&Direction=outbound-dial&Created=2022-04-06+10%%3A44%%3A40&From=%%2B919812300001"
  .. "&To=08044556678&CurrentTime=2022-04-06+10%%3A44%%3A41&DialWhomNumber=%%2B91988000%04d"
  .. "&Status=busy&EventType=Dial&CustomField=order-4711"

local body = [[{"CallSid":"%s","EventType":"terminal","DateCreated":"2022-04-06 10:48:00",]]
  .. [["DateUpdated":"2022-04-06 10:48:16","Status":"completed","To":"08780296135",]]
  .. [["From":"0787476%04d","PhoneNumberSid":"08044556678","StartTime":"2022-04-06 10:48:04",]]
  .. [["EndTime":"2022-04-06 10:48:16","EventTime":"2022-04-06 10:48:16",]]
  .. [["Direction":"outbound-api","RecordingUrl":"https://s3-us-west-2.amazonaws.com/]]
  .. [[exotel-us3/recordings/ree5e1us3/054cfcd8910389ff64882d8e25211646.mp3",]]
  .. [["ConversationDuration":6,"CustomField":"order-4711","Legs":[{"OnCallDuration":12,]]
  .. [["RingingDuration":4,"Status":"completed"},{"OnCallDuration":6,"RingingDuration":3,]]
  .. [["Status":"completed"}]}]]

local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

local requests = {}
local turn = 0

-- Requests are made beforehand: wrk shares the machine with the server.
function init(arguments)
  local calls = tonumber(arguments[2]) or 1000
  for n = 1, calls do
    local sid = string.format("%02d4cfcd8910389ff64882d8e%08d", id, n)
    if arguments[1] == "json" then
      local headers = { ["Content-Type"] = "application/json" }
      requests[n] = wrk.format("POST", "/exotel", headers, string.format(body, sid, n % 10000))
    else
      requests[n] = wrk.format("GET", string.format(query, sid, n % 10000))
    end
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
